/**
 * Articles in, border events out. This package is the shell: Kafka, files, configuration; its
 * sub-packages are the core.
 */
@NullMarked
package oxus.ingest;

import org.jspecify.annotations.NullMarked;
