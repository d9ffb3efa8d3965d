package oxus.processor.correlate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import oxus.processor.Report;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.PlaceRef;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;

/**
 * An incident as a test of rules tells it; what the test leaves out is ordinary: a clash in the
 * sector on 22 June 2021, which one good source reports. Each word makes a copy.
 */
record Happened(List<Consumer<Incident.Builder>> words) {

  static Happened incident(String id) {
    return new Happened(List.of())
        .with(
            incident ->
                incident
                    .setId(id)
                    .setPlaces(List.of())
                    .setPlaceText("")
                    .setActors(List.of())
                    .setReports(List.of())
                    .setStrength(1_000_000L)
                    .setRaisedAt(Instant.parse("2021-06-22T12:00:00Z")))
        .type(EventType.ARMED_CLASH)
        .bears(Relation.OWN)
        .on("2021-06-22")
        .status(ReportStatus.REPORTED)
        .grade("B2")
        .sources(1)
        .disputed(false)
        .unjudged(false);
  }

  Happened named(String id) {
    return with(incident -> incident.setId(id));
  }

  Happened type(EventType type) {
    return with(incident -> incident.setType(type));
  }

  Happened bears(Relation relation) {
    return with(incident -> incident.setRelation(relation));
  }

  Happened on(String day) {
    return on(LocalDate.parse(day));
  }

  Happened on(LocalDate day) {
    return with(incident -> incident.setOccurredFrom(day).setOccurredTo(day));
  }

  Happened at(PlaceRef... places) {
    return with(incident -> incident.setPlaces(List.of(places)));
  }

  Happened by(String... actors) {
    return with(incident -> incident.setActors(List.of(actors)));
  }

  Happened status(ReportStatus status) {
    return with(incident -> incident.setStatus(status));
  }

  Happened grade(String grade) {
    return with(incident -> incident.setGrade(grade));
  }

  Happened sources(int sources) {
    return with(incident -> incident.setSources(sources));
  }

  Happened disputed(boolean disputed) {
    return with(incident -> incident.setDisputed(disputed));
  }

  Happened unjudged(boolean unjudged) {
    return with(incident -> incident.setUnjudged(unjudged));
  }

  Happened told(Report... reports) {
    List<BorderEvent> events = new ArrayList<>();
    for (Report report : reports) {
      events.add(report.event());
    }
    return with(incident -> incident.setReports(events));
  }

  Incident value() {
    Incident.Builder incident = Incident.newBuilder();
    words.forEach(word -> word.accept(incident));
    return incident.build();
  }

  private Happened with(Consumer<Incident.Builder> word) {
    List<Consumer<Incident.Builder>> longer = new ArrayList<>(words);
    longer.add(word);
    return new Happened(List.copyOf(longer));
  }
}
