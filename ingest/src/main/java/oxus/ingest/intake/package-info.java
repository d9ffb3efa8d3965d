/**
 * What becomes of an accepted article: its events, the withdrawal of an older revision's, and its
 * one disposition.
 */
@NullMarked
package oxus.ingest.intake;

import org.jspecify.annotations.NullMarked;
