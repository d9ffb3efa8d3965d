package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.report;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.schemas.Article;

class ContextTest {
  final Article article = SourceLedgerTest.article("https://a.example/1", "river-post");

  @Test
  void showsAQuoteBetweenWhatStandsAroundIt() {
    Context context =
        Context.of(article, report("The bridge fell before noon").build()).orElseThrow();

    assertThat(context.title()).isEqualTo("A bridge is lost");
    assertThat(context.before()).isEqualTo("It rained. ");
    assertThat(context.after()).isEqualTo(", said one. Nobody else saw it.");
  }

  @Test
  void isEmptyWhenTheTextDoesNotHoldTheQuote() {
    assertThat(Context.of(article, report("Another thing").build())).isEqualTo(Optional.empty());
    assertThat(Context.of(article, report("").build())).isEmpty();
  }
}
