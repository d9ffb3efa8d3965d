/**
 * What a feed, a news item or a page says, read from its bytes: RSS, Atom, JSON Feed, ninjs,
 * NewsML-G2 and HTML; and when a feed is asked again. Nothing here asks anybody anything.
 */
@NullMarked
package oxus.ingest.collect;

import org.jspecify.annotations.NullMarked;
