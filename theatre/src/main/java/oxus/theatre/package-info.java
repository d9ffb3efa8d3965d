/**
 * The area of responsibility as data in files: borders, sectors, places, actors, sources and
 * policy, with the loader that reads a theatre's folder and names file, line, culprit and cure of
 * whatever is wrong in it. Nothing here knows Kafka, HTTP or a clock; nothing in the code names a
 * sector of the default theatre.
 */
@NullMarked
package oxus.theatre;

import org.jspecify.annotations.NullMarked;
