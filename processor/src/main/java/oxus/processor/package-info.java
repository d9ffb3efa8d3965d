/**
 * Border events in, sector assessments out. This package is the shell: Kafka and wiring; its
 * sub-packages are the core.
 */
@NullMarked
package oxus.processor;

import org.jspecify.annotations.NullMarked;
