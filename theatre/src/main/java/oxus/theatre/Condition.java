package oxus.theatre;

/**
 * One condition of a rule: so many incidents that are alike.
 *
 * @param indicator what each of them must be
 * @param least how many of them
 * @param distinctPlaces whether each must be at a place of its own
 */
public record Condition(Indicator indicator, int least, boolean distinctPlaces) {

  /** The same with one incident less. */
  public Condition withOneLess() {
    return new Condition(indicator, least - 1, distinctPlaces);
  }
}
