/**
 * Made-up worlds for benchmarks, simulations and load tests: a theatre of any size and an endless
 * stream of reports on it, both a function of a seed.
 */
@NullMarked
package oxus.standalone.synthetic;

import org.jspecify.annotations.NullMarked;
