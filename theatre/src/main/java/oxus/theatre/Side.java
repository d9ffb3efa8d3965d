package oxus.theatre;

/**
 * What lies on one side of a sector.
 *
 * @param country ISO 3166 alpha-2 code
 * @param about the provinces and districts there, in one line
 */
public record Side(String country, String about) {}
