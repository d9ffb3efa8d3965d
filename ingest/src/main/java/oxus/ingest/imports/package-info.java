/**
 * History that others have coded, in our terms: rows of GDELT, of ACLED or of any table with a
 * mapping become reports, and each row that does not is told with its reason.
 */
@NullMarked
package oxus.ingest.imports;

import org.jspecify.annotations.NullMarked;
