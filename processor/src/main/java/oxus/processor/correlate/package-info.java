/**
 * The judgement as a pure fold: a sector's log in, its assessments out. Reports merge into
 * incidents, incidents weigh and decay, rules raise floors, and everything that time alone changes
 * happens at points of the policy's grid. What follows from an incident is kept with it as long as
 * it does not change, so that a report costs what it changes; the state holds none of that. The
 * fold reads no clock; the same log gives the same assessments, byte for byte.
 */
@NullMarked
package oxus.processor.correlate;

import org.jspecify.annotations.NullMarked;
