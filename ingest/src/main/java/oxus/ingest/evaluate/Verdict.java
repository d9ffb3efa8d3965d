package oxus.ingest.evaluate;

/** What gold says of an extracted event. */
enum Verdict {
  /** Gold has it. */
  RIGHT,
  /** Gold has it among those that may be left out; it costs and earns nothing. */
  OPTIONAL,
  /** Gold has it, but another extracted event stands for it already. */
  DUPLICATE,
  /** Gold does not have it. */
  WRONG,
  /** Its quote is too long or not in the article; it is wrong whatever else it says. */
  BADLY_QUOTED
}
