package oxus.alerts.console;

import java.time.Instant;

/** The time from the first to the newest thing known. */
record Period(Instant from, Instant to) {}
