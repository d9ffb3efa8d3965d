/**
 * What crosses a process boundary: the Avro records generated from {@code oxus.avdl}, the topic
 * catalogue, and the wire format (magic byte 0, four-byte schema id, Avro binary) with its
 * append-only table of schema ids.
 */
@NullMarked
package oxus.schemas;

import org.jspecify.annotations.NullMarked;
