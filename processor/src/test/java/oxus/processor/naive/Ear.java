package oxus.processor.naive;

import java.time.Instant;

/** A desk that was heard on the sector's own or border's account, and when last. */
record Ear(String desk, Instant at) {}
