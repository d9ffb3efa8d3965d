// Draws sectors.geojson and map.geojson of the Central Asia–Afghanistan theatre from Natural Earth
// (public domain, 1:10m, as packed in world-atlas). Run: npm install && npm run draw
// A line is where two countries meet; it is cut at the vertices nearest to the cuts given below.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);
const theatre = new URL('../src/main/resources/theatres/CA/', import.meta.url);

const COUNTRIES = {
  AF: 'Afghanistan', TJ: 'Tajikistan', UZ: 'Uzbekistan', TM: 'Turkmenistan', IR: 'Iran',
  PK: 'Pakistan', CN: 'China', KG: 'Kyrgyzstan', KZ: 'Kazakhstan', IN: 'India',
};

// Each border runs from west to east or from north to south. `cuts` part its sectors in that order;
// `to` leaves out what lies after it; `stray` overrides FINE.
const BORDERS = [
  { id: 'TJ-AF', stray: 0.01, start: [67.78, 37.19],
    sectors: ['SHAHRITUZ', 'PANJ', 'FARKHOR', 'DARVOZ', 'ISHKASHIM'],
    cuts: [[68.42, 37.12], [69.25, 37.1], [69.95, 37.58], [71.37, 38.1]] },
  { id: 'UZ-AF', start: [66.52, 37.36], sectors: ['TERMEZ'], cuts: [] },
  { id: 'TM-AF', start: [61.27, 35.62], sectors: ['SERHETABAT', 'MARCHAK', 'IMAMNAZAR'],
    cuts: [[62.72, 35.26], [64.05, 36.15]] },
  { id: 'IR-AF', start: [61.27, 35.62], sectors: ['ISLAM-QALA'], cuts: [] },
  { id: 'PK-AF', stray: 0.03, start: [60.85, 29.86], sectors: ['SPIN-BOLDAK', 'TORKHAM'], cuts: [[69.3, 31.94]] },
  { id: 'CN-AF', start: [74.54, 37.02], sectors: ['WAKHJIR'], cuts: [] },
  // From the Ferghana valley around Leilek and back along the ridge, with Vorukh in between.
  { id: 'KG-TJ', start: [70.96, 40.24], sectors: ['VORUKH'], cuts: [], to: [71.0, 39.6] },
];

const MAP = { west: 51.5, south: 27.5, east: 78.5, north: 44.5 };
const FINE = 0.012; // degrees, about a kilometre: how far a simplified border may stray
const COARSE = 0.05; // the same for lines that are no border of the theatre
const SMALLEST = 0.004; // square degrees: lesser islands are left out
const DIGITS = 4;

const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json')));
decodeArcs(topology);
const shapes = Object.fromEntries(
  Object.entries(COUNTRIES).map(([code, name]) => [
    code, topology.objects.countries.geometries.find((shape) => shape.properties.name === name)]));
simplifyArcs();

write('sectors.geojson', BORDERS.flatMap(sectorsOf));
// Rivers are sketched by hand from maps of the theatre; where a border follows one, they share its line.
const rivers = JSON.parse(readFileSync(new URL('rivers.json', import.meta.url)))
  .map(({ river, line }) => ({ type: 'Feature', properties: { river }, geometry: { type: 'LineString', coordinates: line } }));
write('map.geojson', [...Object.keys(COUNTRIES).map(outlineOf), ...rivers]);

function decodeArcs({ arcs, transform: { scale, translate } }) {
  topology.arcs = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  delete topology.transform;
}

// Arcs are shared by neighbours, so that simplified shapes still fit together.
function simplifyArcs() {
  const tolerances = new Map();
  for (const { id, stray = FINE } of BORDERS) {
    const [one, other] = id.split('-').map((code) => new Set(arcsOf(shapes[code])));
    for (const arc of one) if (other.has(arc)) tolerances.set(arc, stray);
  }
  topology.arcs = topology.arcs.map((arc, index) => simplify(arc, tolerances.get(index) ?? COARSE));
}

function arcsOf(shape) {
  return shape.arcs.flat(Infinity).map((arc) => (arc < 0 ? ~arc : arc));
}

function simplify(line, tolerance) {
  if (line.length < 3) return line;
  const [first, last] = [line[0], line[line.length - 1]];
  const distances = line.map((point) => distanceToSegment(point, first, last));
  const farthest = distances.indexOf(Math.max(...distances));
  const isRing = same(first, last);
  if (distances[farthest] <= tolerance && !isRing) return [first, last];
  if (farthest === 0 || farthest === line.length - 1) return [first, last];
  return [
    ...simplify(line.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(line.slice(farthest), tolerance)];
}

function distanceToSegment(point, start, end) {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0
    : Math.max(0, Math.min(1, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length));
  return distance(point, [start[0] + along * dx, start[1] + along * dy]);
}

function distance([x1, y1], [x2, y2]) {
  const shrink = Math.cos(((y1 + y2) / 2) * (Math.PI / 180));
  return Math.hypot((x1 - x2) * shrink, y1 - y2);
}

function same(one, other) {
  return one[0] === other[0] && one[1] === other[1];
}

function sectorsOf(border) {
  const [one, other] = border.id.split('-').map((code) => shapes[code]);
  const lines = mesh(topology, topology.objects.countries,
    (a, b) => (a === one && b === other) || (a === other && b === one)).coordinates;
  // Enclaves make lines of their own; the border proper is the longest.
  let line = lines.reduce((longest, next) => (next.length > longest.length ? next : longest));
  if (distance(line[0], border.start) > distance(line[line.length - 1], border.start)) line = line.reverse();
  const ends = [
    0,
    ...border.cuts.map((cut) => nearest(line, cut)),
    border.to ? nearest(line, border.to) : line.length - 1];
  return border.sectors.map((name, index) => ({
    type: 'Feature',
    properties: { sector: `${border.id}/${name}` },
    geometry: { type: 'LineString', coordinates: rounded(line.slice(ends[index], ends[index + 1] + 1)) },
  }));
}

function nearest(line, point) {
  const distances = line.map((vertex) => distance(vertex, point));
  return distances.indexOf(Math.min(...distances));
}

function outlineOf(country) {
  const { coordinates, type } = feature(topology, shapes[country]).geometry;
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates)
    .map((polygon) => polygon.map(clip).map(rounded).filter((ring) => ring.length > 3))
    .filter((polygon) => polygon.length > 0 && area(polygon[0]) >= SMALLEST);
  return { type: 'Feature', properties: { country }, geometry: { type: 'MultiPolygon', coordinates: polygons } };
}

// Sutherland and Hodgman's: cuts a ring at one edge of the map after the other.
function clip(ring) {
  const edges = [
    [([x]) => x >= MAP.west, 0, MAP.west], [([x]) => x <= MAP.east, 0, MAP.east],
    [([, y]) => y >= MAP.south, 1, MAP.south], [([, y]) => y <= MAP.north, 1, MAP.north]];
  let points = ring.slice(0, -1);
  for (const [isInside, axis, limit] of edges) {
    points = points.flatMap((point, index) => {
      const before = points[(index + points.length - 1) % points.length];
      const crossing = isInside(point) === isInside(before) ? [] : [cross(before, point, axis, limit)];
      return isInside(point) ? [...crossing, point] : crossing;
    });
  }
  return points.length > 0 ? [...points, points[0]] : [];
}

function cross(one, other, axis, limit) {
  const along = (limit - one[axis]) / (other[axis] - one[axis]);
  const at = one[1 - axis] + along * (other[1 - axis] - one[1 - axis]);
  return axis === 0 ? [limit, at] : [at, limit];
}

function area(ring) {
  return Math.abs(ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}

function rounded(line) {
  return line
    .map((point) => point.map((degrees) => Number(degrees.toFixed(DIGITS))))
    .filter((point, index, all) => index === 0 || !same(point, all[index - 1]));
}

function write(name, features) {
  const lines = features.map((one) => JSON.stringify(one)).join(',\n');
  writeFileSync(new URL(name, theatre), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
  for (const { properties, geometry } of features) {
    console.error(name, Object.values(properties)[0], geometry.coordinates.flat(2).length / (geometry.type === 'LineString' ? 2 : 1));
  }
}
