/** Compares two runs record by record and field by field, and says where and why they part. */
@NullMarked
package oxus.standalone.diff;

import org.jspecify.annotations.NullMarked;
