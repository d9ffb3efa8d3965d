package oxus.ingest.extract;

/** Whether a rule fits around a trigger: with these arguments, or why not. */
sealed interface Fit permits Arguments, Fit.Misfit {

  /**
   * A rule that does not fit.
   *
   * @param reason for people: what is missing or in the way
   */
  record Misfit(String reason) implements Fit {}
}
