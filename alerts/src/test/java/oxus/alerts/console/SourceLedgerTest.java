package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.schemas.Article;
import oxus.schemas.Disposition;
import oxus.schemas.Origin;
import oxus.schemas.Outcome;

class SourceLedgerTest {
  final SourceLedger ledger = new SourceLedger();

  @Test
  void tellsHowLongASourceHasBeenSilentByTheNewestTimeKnown() {
    ledger.article(article("https://a.example/1", "river-post"));
    ledger.tick(NOON.plus(Duration.ofDays(8)));

    SourceHealth health = ledger.healths().get(0);

    assertThat(health.silence()).contains(Duration.ofDays(8));
    assertThat(health.state()).isEqualTo("quiet");
    assertThat(health.lag()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void countsWhatBecameOfASourcesArticles() {
    ledger.article(article("https://a.example/1", "river-post"));
    ledger.disposition(disposition("https://a.example/1", Outcome.EVENTS));
    ledger.disposition(disposition("https://a.example/1", Outcome.DUPLICATE));

    SourceHealth health = ledger.healths().get(0);

    assertThat(health.articles()).isEqualTo(1);
    assertThat(health.outcome(Outcome.EVENTS)).isEqualTo(1);
    assertThat(health.outcome(Outcome.DUPLICATE)).isEqualTo(1);
    assertThat(health.outcome(Outcome.NO_EVENT)).isZero();
  }

  @Test
  void showsHowManyArticlesCameInEachOfTheLastHours() {
    ledger.article(article("https://a.example/1", "river-post"));
    ledger.article(article("https://a.example/2", "river-post"));
    ledger.tick(NOON.plus(Duration.ofHours(2)));

    SourceHealth health = ledger.healths().get(0);

    assertThat(health.hours()).hasSize(24).endsWith(0, 2, 0, 0);
    assertThat(health.today()).isEqualTo(2);
    assertThat(health.skyline()).isEqualTo("·".repeat(21) + "█··");
    ledger.tick(NOON.plus(Duration.ofHours(24)));
    assertThat(ledger.healths().get(0).today()).isZero();
  }

  @Test
  void losesNoDispositionWhoseArticleItDoesNotKnow() {
    ledger.disposition(disposition("https://a.example/unknown", Outcome.NO_EVENT));

    assertThat(ledger.healths())
        .singleElement()
        .satisfies(
            health -> {
              assertThat(health.name()).isEqualTo("(others)");
              assertThat(health.outcome(Outcome.NO_EVENT)).isEqualTo(1);
            });
  }

  @Test
  void timeNeverGoesBack() {
    ledger.tick(NOON);
    ledger.tick(NOON.minusSeconds(60));

    assertThat(ledger.time()).contains(NOON);
  }

  private static Disposition disposition(String key, Outcome outcome) {
    return Disposition.newBuilder()
        .setArticleKey(key)
        .setArticleRevision("0")
        .setOutcome(outcome)
        .setEvents(List.of())
        .setReason("-")
        .setAt(NOON)
        .build();
  }

  static Article article(String key, String source) {
    return Article.newBuilder()
        .setKey(key)
        .setRevision("0")
        .setSource(source)
        .setSourceName("River Post")
        .setPublisherFamily(source)
        .setTitle("A bridge is lost")
        .setBody("It rained. The bridge fell before noon, said one. Nobody else saw it.")
        .setPublishedAt(NOON.minus(Duration.ofMinutes(30)))
        .setKnownAt(NOON)
        .setOrigin(Origin.LIVE)
        .build();
  }
}
