package oxus.ingest.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Outcome;

/**
 * What became of an article so far.
 *
 * @param revision the newest one known
 * @param disposition of that revision; empty: it waits to be read
 * @param repeats how often the same revision came again
 * @param events found in it, also in earlier revisions
 */
public record ArticleStatus(
    String articleId,
    String revision,
    Optional<Disposition> disposition,
    int repeats,
    List<BorderEvent> events) {

  public ArticleStatus {
    events = List.copyOf(events);
  }

  static ArticleStatus pending(String articleId, String revision) {
    return new ArticleStatus(articleId, revision, Optional.empty(), 0, List.of());
  }

  /** {@code PENDING}, or the outcome of its disposition. */
  public String outcome() {
    return disposition.map(known -> known.getOutcome().name()).orElse("PENDING");
  }

  /** Those that its disposition names; the others are withdrawn. */
  List<BorderEvent> standing() {
    return disposition.map(this::standing).orElse(List.of());
  }

  private List<BorderEvent> standing(Disposition known) {
    // that of a repeat names none, and may be the only one that was heard of
    boolean isRepeat = known.getOutcome() == Outcome.DUPLICATE;
    return events.stream()
        .filter(
            event ->
                isRepeat
                    ? event.getArticleRevision().equals(revision)
                    : known.getEvents().contains(event.getId()))
        .toList();
  }

  /** As one line of JSON. */
  public String json() {
    return JsonText.object(
        json -> {
          json.writeStringField("articleId", articleId);
          json.writeStringField("revision", revision);
          json.writeStringField("outcome", outcome());
          JsonText.optional(json, "reason", disposition.map(Disposition::getReason));
          JsonText.optional(json, "at", disposition.map(known -> known.getAt().toString()));
          json.writeNumberField("repeats", repeats);
          json.writeArrayFieldStart("events");
          for (BorderEvent event : standing()) {
            event(json, event);
          }
          json.writeEndArray();
        });
  }

  private static void event(JsonGenerator json, BorderEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", event.getId());
    json.writeStringField("type", event.getType().name());
    json.writeStringField("status", event.getStatus().name());
    json.writeArrayFieldStart("scopes");
    for (String scope : event.getScopes()) {
      json.writeString(scope);
    }
    json.writeEndArray();
    json.writeStringField("occurredFrom", event.getOccurredFrom().toString());
    json.writeStringField("occurredTo", event.getOccurredTo().toString());
    JsonText.optional(
        json, "quote", event.getEvidence().stream().findFirst().map(best -> best.getQuote()));
    json.writeEndObject();
  }
}
