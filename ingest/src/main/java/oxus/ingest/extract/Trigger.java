package oxus.ingest.extract;

import java.util.Optional;

/**
 * A rule's trigger in one of its forms.
 *
 * @param tail the word that must follow within a few words: {@code back} of {@code take … back}
 */
record Trigger(Rule rule, Form form, Optional<String> tail) {}
