package oxus.theatre;

/**
 * A point on the earth, WGS 84.
 *
 * @param longitude degrees east
 * @param latitude degrees north
 */
public record Position(double longitude, double latitude) {}
