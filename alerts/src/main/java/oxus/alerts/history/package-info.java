/**
 * What was known at any moment: an index over the records of each sector, and the answer that a
 * reader of that moment would have had. Pure: where records are kept is the shell's business.
 */
@NullMarked
package oxus.alerts.history;

import org.jspecify.annotations.NullMarked;
