/**
 * How an app meets its surroundings: deployment facts, Kafka settings, topics, metrics and health.
 * Shell for all apps.
 */
@NullMarked
package oxus.schemas.connect;

import org.jspecify.annotations.NullMarked;
