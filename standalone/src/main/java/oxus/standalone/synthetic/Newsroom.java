package oxus.standalone.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.Evidence;
import oxus.schemas.Precision;
import oxus.schemas.ReportStatus;
import oxus.schemas.Stake;
import oxus.standalone.synthetic.SyntheticWorld.News;
import oxus.theatre.Source;

/** Tells what happens: who says so when, who copies whom, and what comes again. */
final class Newsroom {
  private final News news;
  private final List<Source> sources;
  private final Dice dice;

  /** Who says it, and when. */
  private record Byline(Source source, Instant at, @Nullable String wire) {}

  Newsroom(SyntheticWorld world, Dice dice) {
    this.news = world.news();
    this.sources = new SyntheticTheatre(world).sources();
    this.dice = dice;
  }

  /** All that will ever be said of a happening, in no order. */
  List<BorderEvent> tell(Happening happening) {
    List<BorderEvent> told = new ArrayList<>();
    int tellings = 1 + dice.below(news.tellings());
    for (int telling = 0; telling < tellings; telling++) {
      boolean isDenied = telling > 0 && dice.share() < news.denials();
      Byline first = new Byline(source(), happening.at().plus(delay()), null);
      long signature = dice.bits();
      add(told, report(happening, first, isDenied, signature, told.size()));
      while (dice.share() < news.copies()) {
        Byline copy = new Byline(source(), first.at().plus(delay()), first.source().family());
        add(told, report(happening, copy, isDenied, signature, told.size()));
      }
    }
    return told;
  }

  private void add(List<BorderEvent> told, BorderEvent report) {
    told.add(report);
    Instant at = report.getKnownAt();
    while (dice.share() < news.repeats()) {
      at = at.plus(delay());
      told.add(again(report, at));
    }
  }

  /** Few outlets tell most of it. */
  private Source source() {
    double skewed = dice.share() * dice.share();
    return sources.get((int) (skewed * sources.size()));
  }

  /** Most news is fast. */
  private Duration delay() {
    double share = dice.share() * dice.share() * dice.share();
    return Duration.ofMillis((long) (share * news.longestDelay().toMillis()));
  }

  private BorderEvent report(
      Happening happening, Byline byline, boolean isDenied, long signature, int number) {
    String id = "made-up-" + happening.number() + "-" + number;
    return report(
        happening, byline, isDenied ? ReportStatus.DENIED : happening.status(), signature, id);
  }

  private BorderEvent report(
      Happening happening, Byline byline, ReportStatus status, long signature, String id) {
    LocalDate day = LocalDate.ofInstant(happening.at(), ZoneOffset.UTC);
    String place = happening.places().isEmpty() ? "" : happening.places().get(0).getName();
    boolean isClaimed = dice.below(6) == 0;
    return new BorderEvent(
        id,
        "example.org/" + id,
        "1",
        byline.source().id(),
        byline.source().name(),
        byline.source().family(),
        byline.wire(),
        byline.source().reliability(),
        "https://example.org/" + id,
        "A headline of the usual length about " + place,
        byline.at(),
        byline.at(),
        happening.type(),
        status,
        happening.scopes(),
        happening.places(),
        place,
        day,
        day,
        Precision.DAY,
        happening.initiator(),
        null,
        status == ReportStatus.DENIED ? null : happening.figure(),
        isClaimed ? happening.initiator() : null,
        isClaimed ? "a spokesman of " + happening.initiator() : null,
        List.of(new Evidence("A sentence of the usual length says what it was.", 0, 48, true)),
        900,
        "made-up",
        signature,
        true,
        null,
        isClaimed ? Stake.DOER : Stake.NONE);
  }

  private static BorderEvent again(BorderEvent report, Instant at) {
    return new BorderEvent(
        report.getId(),
        report.getArticleKey(),
        report.getArticleRevision(),
        report.getSource(),
        report.getSourceName(),
        report.getPublisherFamily(),
        report.getWire().orElse(null),
        report.getReliability(),
        report.getUrl().orElse(null),
        report.getTitle(),
        report.getPublishedAt(),
        at,
        report.getType(),
        report.getStatus(),
        report.getScopes(),
        report.getPlaces(),
        report.getPlaceText(),
        report.getOccurredFrom(),
        report.getOccurredTo(),
        report.getPrecision(),
        report.getInitiator().orElse(null),
        report.getTarget().orElse(null),
        report.getFigure().orElse(null),
        report.getClaimant().orElse(null),
        report.getAttributedTo().orElse(null),
        report.getEvidence(),
        report.getConfidence(),
        report.getExtractor(),
        report.getSignature().orElse(null),
        report.getSettles(),
        report.getWireReliability().orElse(null),
        report.getStake());
  }
}
