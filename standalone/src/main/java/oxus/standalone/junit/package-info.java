/** Results of checks in the XML that build servers read. */
@NullMarked
package oxus.standalone.junit;

import org.jspecify.annotations.NullMarked;
