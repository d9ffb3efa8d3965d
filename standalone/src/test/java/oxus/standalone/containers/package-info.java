/**
 * Tests against a broker in a container of its own, as the pipeline runs in production. They need a
 * container engine; {@link oxus.standalone.containers.RequiresContainers} decides what happens
 * where there is none.
 */
@NullMarked
package oxus.standalone.containers;

import org.jspecify.annotations.NullMarked;
