package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.processor.correlate.InMemorySectorStates;
import oxus.processor.correlate.PartitionFold;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.Precision;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.Stake;
import oxus.standalone.SyndicationPack.Group;
import oxus.standalone.SyndicationPack.Told;
import oxus.theatre.Claimants;
import oxus.theatre.Source;
import oxus.theatre.Sources;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * Who repeats whom: from the article's text and credits to the voices that the fold counts. To
 * count a copy as a voice of its own is the worse mistake, since it makes a rumour confirmed.
 */
class SyndicationTest {
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");

  private final Theatre theatre = withMadeUpOutlets(TheatreLoader.shipped());
  private final Articles articles = new Articles(theatre);
  private final Claimants claimants = new Claimants(theatre);

  @Test
  void countsNoCopyAsAVoiceAndMissesFewVoices() throws IOException {
    List<Group> groups = SyndicationPack.read();
    List<String> falselyCorroborated = new ArrayList<>();
    List<String> missed = new ArrayList<>();

    for (Group group : groups) {
      int counted = voices(group);
      if (counted > group.voices()) {
        falselyCorroborated.add(group.name() + ": " + counted + distances(group));
      }
      if (counted < group.voices()) {
        missed.add(group.name() + ": " + counted + distances(group));
      }
    }

    assertThat(groups).hasSizeGreaterThanOrEqualTo(40);
    assertThat(groups.stream().filter(group -> group.voices() > 1).count()).isGreaterThan(20);
    assertThat(falselyCorroborated).as("copies counted as voices").isEmpty();
    assertThat(missed).as("voices missed").hasSizeLessThanOrEqualTo(groups.size() / 20);
  }

  /** The voices of the one incident that the group's reports make. */
  private int voices(Group group) {
    List<SectorAssessment> assessments = new ArrayList<>();
    PartitionFold fold =
        new PartitionFold(
            new InMemorySectorStates(),
            theatre.policy(),
            change -> {
              throw new IllegalStateException("no policy changes here");
            });
    for (BorderEvent report : reports(group)) {
      fold.fold(
          new SectorLogEntry(
              "UZ-AF/TERMEZ", Relation.OWN, report.getKnownAt(), true, report, List.of()),
          assessments::add);
    }
    List<Contribution> contributions = assessments.get(assessments.size() - 1).getContributions();
    assertThat(contributions).as(group.name()).hasSize(1);
    return contributions.get(0).getSources();
  }

  private List<BorderEvent> reports(Group group) {
    List<BorderEvent> reports = new ArrayList<>();
    for (Told told : group.articles()) {
      Optional<String> wire = Optional.of(told.wire()).filter(credit -> !credit.isEmpty());
      Article article =
          articles.imported(
              new Draft(
                  "doc",
                  Optional.empty(),
                  group.name() + " by " + told.source(),
                  told.body(),
                  told.source(),
                  new Draft.PublicationTime(NOON, false),
                  wire,
                  Optional.of("en")));
      reports.add(report(group.name() + "-" + reports.size(), article, told));
    }
    return reports;
  }

  private BorderEvent report(String id, Article article, Told told) {
    LocalDate day = LocalDate.parse("2021-06-22");
    return new BorderEvent(
        id,
        article.getKey(),
        article.getRevision(),
        article.getSource(),
        article.getSourceName(),
        article.getPublisherFamily(),
        article.getWire().orElse(null),
        Reliability.B,
        null,
        article.getTitle(),
        NOON,
        NOON,
        EventType.TERRITORY_SEIZURE,
        ReportStatus.REPORTED,
        List.of("UZ-AF/TERMEZ"),
        List.of(),
        "",
        day,
        day,
        Precision.DAY,
        null,
        null,
        null,
        claimants.sole(told.attributedTo()).orElse(null),
        told.attributedTo(),
        List.of(new Evidence("as told", null, null, false)),
        1000,
        "hand-coded",
        article.getSignature().orElse(null),
        true,
        null,
        Stake.NONE);
  }

  /** For whoever has to choose the threshold: the bits in which the group's texts differ. */
  private String distances(Group group) {
    List<Long> signatures =
        reports(group).stream().map(report -> report.getSignature().orElse(0L)).toList();
    StringBuilder bits = new StringBuilder(" (bits apart:");
    for (int one = 0; one < signatures.size(); one++) {
      for (int other = one + 1; other < signatures.size(); other++) {
        bits.append(' ').append(Long.bitCount(signatures.get(one) ^ signatures.get(other)));
      }
    }
    return bits.append(')').toString();
  }

  private static Theatre withMadeUpOutlets(Theatre theatre) {
    List<Source> outlets = new ArrayList<>();
    for (String name :
        List.of(
            "Northern Wire", "Harbour Post", "Valley Mirror", "Coast Courier", "Hill Gazette")) {
      String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
      outlets.add(new Source(id, name, List.of(), id, Reliability.B, List.of()));
    }
    return new Theatre(
        theatre.id(),
        theatre.name(),
        theatre.borders(),
        theatre.sectors(),
        theatre.gazetteer(),
        theatre.actors(),
        new Sources(outlets),
        theatre.policy(),
        theatre.version());
  }
}
