package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @Test
  void encodesTheSlashAndTheHashOfAnId() {
    assertThat(Links.change("TJ-AF/PANJ#3")).isEqualTo("/changes/TJ-AF%2FPANJ%233");
    assertThat(Links.sector("XA-XB/A B+C")).isEqualTo("/sectors/XA-XB%2FA%20B%2BC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "vbscript:x",
        "//no-scheme.example/",
        "/api/changes",
        "https:///no-host",
        "https://a b/",
        "not a link",
        ""
      })
  void offersNoLinkThatIsNotOfTheWeb(String address) {
    assertThat(Links.safe(address)).isEmpty();
  }

  @Test
  void offersLinksOfTheWebInAsciiOnly() {
    assertThat(Links.safe("https://news.example/a?b=c&d=e"))
        .contains("https://news.example/a?b=c&d=e");
    assertThat(Links.safe("HTTP://news.example/ä")).contains("HTTP://news.example/%C3%A4");
  }
}
