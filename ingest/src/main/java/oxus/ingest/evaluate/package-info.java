/**
 * Scores the extractor against hand-coded gold: pairs each article's extracted events with its gold
 * events, counts what was right, wrong, told twice and missed, and writes the score as a table or
 * as lines of JSON. Also scores single sentences against a bank of phrasings. Everything here is a
 * pure function of gold, text and events.
 */
@NullMarked
package oxus.ingest.evaluate;

import org.jspecify.annotations.NullMarked;
