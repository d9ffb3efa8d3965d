/**
 * Intake of articles: reading what is pushed, how much of it at once, the receipts; and what
 * becomes of an accepted article: its events, the withdrawal of an older revision's, its one
 * disposition.
 */
@NullMarked
package oxus.ingest.intake;

import org.jspecify.annotations.NullMarked;
