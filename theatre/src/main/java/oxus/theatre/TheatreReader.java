package oxus.theatre;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a theatre together from its files and checks them against one another. */
final class TheatreReader {
  private TheatreReader() {}

  /** Can be used only when no problem was added. */
  static Theatre read(TheatreFiles files, List<Problem> problems) {
    Territory territory =
        Territory.read(
            files.label(TheatreFiles.THEATRE), files.text(TheatreFiles.THEATRE), problems);
    Map<String, List<Position>> lines =
        new GeoJson(files.label(TheatreFiles.SECTORS), files.text(TheatreFiles.SECTORS), problems)
            .lines(territory.sectors());
    GeoJson map =
        new GeoJson(files.label(TheatreFiles.MAP), files.text(TheatreFiles.MAP), problems);
    Gazetteer gazetteer = gazetteer(files, scopesOf(territory), problems);
    Actors actors =
        new Actors(
            ActorsFile.read(
                files.label(TheatreFiles.ACTORS), files.text(TheatreFiles.ACTORS), problems));
    List<String> sectors = territory.sectors().stream().map(sector -> sector.value().id()).toList();
    return new Theatre(
        territory.id(),
        territory.name(),
        territory.borders(),
        territory.sectors().stream()
            .map(Located::value)
            .map(sector -> sector.along(lines.getOrDefault(sector.id(), List.of())))
            .toList(),
        map.outlines(),
        map.rivers(),
        gazetteer,
        actors,
        new Sources(
            SourcesFile.read(
                files.label(TheatreFiles.SOURCES), files.text(TheatreFiles.SOURCES), problems)),
        PolicyReader.read(
            files.label(TheatreFiles.POLICY),
            files.text(TheatreFiles.POLICY),
            PolicyNames.of(sectors, gazetteer, actors),
            problems),
        files.version());
  }

  private static Gazetteer gazetteer(
      TheatreFiles files, Set<String> scopes, List<Problem> problems) {
    String file = files.label(TheatreFiles.PLACES);
    List<Located<Place>> places = PlacesFile.read(file, files.text(TheatreFiles.PLACES), problems);
    PlaceChecks.check(places, scopes, problems);
    return new Gazetteer(places.stream().map(Located::value).toList());
  }

  private static Set<String> scopesOf(Territory territory) {
    Set<String> scopes = new LinkedHashSet<>();
    territory.sectors().forEach(sector -> scopes.add(sector.value().id()));
    territory.borders().forEach(border -> scopes.add(border.id()));
    scopes.add(territory.id());
    return scopes;
  }
}
