/**
 * What people see: the board (the current picture of the theatre, fed by the shell) and the pages
 * rendered from it. Nothing here knows Kafka, HTTP, a file or a clock: a page is a function of the
 * board and the link.
 */
@NullMarked
package oxus.alerts.console;

import org.jspecify.annotations.NullMarked;
