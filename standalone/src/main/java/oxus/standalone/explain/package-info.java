/**
 * Why a sector's level is what it is at a moment, from the records as they were known then: read
 * back from a run's lines or taken as they are, and put into words or JSON.
 */
@NullMarked
package oxus.standalone.explain;

import org.jspecify.annotations.NullMarked;
