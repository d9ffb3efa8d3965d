/** From a text and what is known about it to an article record: key, revision, signature, times. */
@NullMarked
package oxus.ingest.article;

import org.jspecify.annotations.NullMarked;
