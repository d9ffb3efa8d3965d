/**
 * Assessments in, threat-level changes out. This package is the shell: Kafka, HTTP and wiring; its
 * sub-packages are the core.
 */
@NullMarked
package oxus.alerts;

import org.jspecify.annotations.NullMarked;
