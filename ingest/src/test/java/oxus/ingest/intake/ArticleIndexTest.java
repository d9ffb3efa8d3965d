package oxus.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.schemas.Disposition;
import oxus.schemas.Outcome;

class ArticleIndexTest {
  private final ArticleIndex index = new ArticleIndex(3);

  @Test
  void showsWhatIsAcceptedAndNotReadYetAsPending() {
    index.accepted("a", "1");

    assertThat(index.find("a").orElseThrow().outcome()).isEqualTo("PENDING");
    assertThat(index.find("a").orElseThrow().json())
        .isEqualTo(
            "{\"articleId\":\"a\",\"revision\":\"1\",\"outcome\":\"PENDING\",\"repeats\":0,\"events\":[]}");
  }

  @Test
  void keepsTheFirstOutcomeWhenARevisionComesAgain() {
    index.accepted("a", "1");
    index.disposed(disposition("a", "1", Outcome.NO_EVENT));
    index.accepted("a", "1");
    index.disposed(disposition("a", "1", Outcome.DUPLICATE));

    assertThat(index.find("a").orElseThrow().outcome()).isEqualTo("NO_EVENT");
    assertThat(index.find("a").orElseThrow().repeats()).isEqualTo(1);
  }

  @Test
  void isPendingAgainWhenANewRevisionComes() {
    index.disposed(disposition("a", "1", Outcome.NO_EVENT));
    index.accepted("a", "2");

    assertThat(index.find("a").orElseThrow().outcome()).isEqualTo("PENDING");
    assertThat(index.find("a").orElseThrow().revision()).isEqualTo("2");
  }

  @Test
  void staysAsDisposedWhenTheAcceptanceIsHeardLater() {
    index.disposed(disposition("a", "2", Outcome.NO_EVENT));
    index.accepted("a", "2");
    index.met("a", "1");

    assertThat(index.find("a").orElseThrow().outcome()).isEqualTo("NO_EVENT");
    assertThat(index.find("a").orElseThrow().revision()).isEqualTo("2");
  }

  @Test
  void forgetsTheOneLongestUnheardOf() {
    List.of("a", "b", "c").forEach(key -> index.accepted(key, "1"));
    index.disposed(disposition("a", "1", Outcome.NO_EVENT));
    index.accepted("d", "1");

    assertThat(index.find("b")).isEmpty();
    assertThat(index.find("a")).isPresent();
  }

  private static Disposition disposition(String key, String revision, Outcome outcome) {
    return new Disposition(
        key, revision, outcome, List.of(), "no-event", Instant.parse("2021-07-05T10:00:00Z"));
  }
}
