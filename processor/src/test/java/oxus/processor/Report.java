package oxus.processor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.Figure;
import oxus.schemas.PlaceRef;
import oxus.schemas.Precision;
import oxus.schemas.Qualifier;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.Stake;

/**
 * A report as a test tells it; what the test leaves out is ordinary: a clash in sector WEST on 22
 * June 2021, told that noon by a source of grade B. Each word makes a copy.
 */
public final class Report {
  public static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");

  private final List<Consumer<BorderEvent.Builder>> words;

  private Report(List<Consumer<BorderEvent.Builder>> words) {
    this.words = List.copyOf(words);
  }

  public static Report report(String id) {
    String url = "https://herald.example/" + id;
    return new Report(List.of())
        .with(event -> event.setUrl(url).setPrecision(Precision.DAY).setExtractor("hand-coded"))
        .with(event -> event.setEvidence(List.of(new Evidence("so they say", null, null, false))))
        .with(event -> event.setPlaces(List.of()).setStake(Stake.NONE))
        .named(id)
        .ofArticle(url, "r1")
        .type(EventType.ARMED_CLASH)
        .status(ReportStatus.REPORTED)
        .in(SmallTheatre.WEST)
        .on("2021-06-22")
        .known(NOON)
        .by("herald");
  }

  public Report named(String id) {
    return with(event -> event.setId(id));
  }

  public Report type(EventType type) {
    return with(event -> event.setType(type));
  }

  public Report status(ReportStatus status) {
    return with(event -> event.setStatus(status));
  }

  public Report planned() {
    return status(ReportStatus.PLANNED);
  }

  public Report denied() {
    return status(ReportStatus.DENIED);
  }

  public Report in(String... scopes) {
    return with(event -> event.setScopes(List.of(scopes)));
  }

  public Report at(PlaceRef... places) {
    return with(event -> event.setPlaces(List.of(places)).setPlaceText(places[0].getName()));
  }

  /** Published and known then, whenever it happened. */
  public Report known(Instant at) {
    return with(event -> event.setPublishedAt(at).setKnownAt(at));
  }

  public Report known(String at) {
    return known(Instant.parse(at));
  }

  /** The day on which it happened. */
  public Report on(String day) {
    return between(day, day);
  }

  public Report between(String first, String last) {
    return between(LocalDate.parse(first), LocalDate.parse(last));
  }

  public Report between(LocalDate first, LocalDate last) {
    return with(event -> event.setOccurredFrom(first).setOccurredTo(last));
  }

  /** A source of grade B. */
  public Report by(String source) {
    return by(source, Reliability.B);
  }

  public Report by(String source, Reliability reliability) {
    return with(
        event ->
            event
                .setSource(source)
                .setSourceName(source)
                .setPublisherFamily(source)
                .setReliability(reliability));
  }

  /** The agency whose text it reprints. */
  public Report wire(String agency) {
    return with(event -> event.setWire(agency));
  }

  /** The agency's standing, as the theatre knows it. */
  public Report wire(String agency, Reliability standing) {
    return with(event -> event.setWire(agency).setWireReliability(standing));
  }

  /** Without credit, claimant or known text. */
  public Report alone() {
    return with(event -> event.clearWire().clearWireReliability().clearClaimant().clearSignature());
  }

  /** The one on whose word alone it rests. */
  public Report claimedBy(String claimant) {
    return with(event -> event.setClaimant(claimant).setAttributedTo(claimant));
  }

  /** What the claimant has to do with the act. */
  public Report staking(Stake stake) {
    return with(event -> event.setStake(stake));
  }

  /** The signature of its text. */
  public Report text(long signature) {
    return with(event -> event.setSignature(signature));
  }

  public Report doneBy(String actor) {
    return with(event -> event.setInitiator(actor));
  }

  public Report doneTo(String actor) {
    return with(event -> event.setTarget(actor));
  }

  public Report figure(long number, String unit) {
    return with(event -> event.setFigure(new Figure(number, number, Qualifier.EXACT, unit)));
  }

  public Report ofArticle(String key, String revision) {
    return with(event -> event.setArticleKey(key).setArticleRevision(revision));
  }

  /** Waits for a tick to close its knowledge time, as the reports of a replay do. */
  public Report unsettled() {
    return with(event -> event.setSettles(false));
  }

  /** The report as the contract has it. */
  public BorderEvent event() {
    BorderEvent.Builder event = BorderEvent.newBuilder();
    words.forEach(word -> word.accept(event));
    return event.build();
  }

  @Override
  public String toString() {
    BorderEvent event = event();
    return String.join(
        " ",
        event.getId(),
        event.getStatus().name(),
        event.getType().name(),
        event.getScopes().toString(),
        event.getPlaceText(),
        event.getOccurredFrom() + "/" + event.getOccurredTo(),
        event.getSource(),
        event.getWire().orElse("-"),
        event.getInitiator().orElse("-"),
        event.getKnownAt().toString());
  }

  private Report with(Consumer<BorderEvent.Builder> word) {
    List<Consumer<BorderEvent.Builder>> longer = new ArrayList<>(words);
    longer.add(word);
    return new Report(longer);
  }
}
