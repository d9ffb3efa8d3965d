package oxus.ingest.extract;

import java.util.List;

/** Says of each event of an article whether to report it, by all that the article shows of it. */
interface Sieve {

  /**
   * Log odds that each event is right and told here for the first time, in thousandths.
   *
   * @param told the article's events
   */
  int[] sums(ArticleSigns signs, List<Candidate> told);
}
