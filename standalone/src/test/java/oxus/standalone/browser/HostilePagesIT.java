package oxus.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.PlaceKind;
import oxus.schemas.PlaceRef;
import oxus.schemas.Precision;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;

/** Text of others that wants to be more than text, all the way from the log to a real browser. */
@RequiresBrowser
@ExtendWith(SharedDemo.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HostilePagesIT {
  static final String SECTOR = "PK-AF/TORKHAM";
  static final String HOSTILE =
      "\"'><script>alert(1)</script><svg onload=alert(2)><img src=//evil.example/x onerror=alert(3)>"
          + "<a href=\"javascript:alert(4)\">x</a>${7*7}{{7*7}}\u202E\u2066txet\u001B[31mred\u0007"
          + "</title></style><iframe src=https://evil.example></iframe>=HYPERLINK(\"//evil.example\")";

  private static final String TOWER = "a" + "\u0301".repeat(100_000);

  final List<String> dialogs = new ArrayList<>();
  final List<String> foreign = new ArrayList<>();
  final List<String> violations = new ArrayList<>();

  @Test
  void neitherRunsNorFetchesNorBreaksThePage(SharedDemo.Both both) throws Exception {
    Demo demo = both.demo();
    try (Page page = both.chromium().browser().newPage()) {
      watch(page, demo.address());
      page.navigate(demo.address());
      assertThat(page.locator("#connection")).hasAttribute("data-state", "open");

      signIn(page, demo.address());
      demo.send(
          "hostile-1", event("hostile-1", HOSTILE, HOSTILE, "javascript:alert(5)", demo.next()));
      demo.send(
          "hostile-2",
          event(
              "hostile-2",
              "Second post",
              TOWER,
              "data:text/html,<script>alert(6)</script>" + TOWER,
              demo.next()));
      demo.send(
          "hostile-3",
          BorderEvent.newBuilder(
                  event("hostile-3", "Third post", "x", "https://news.example/", demo.next()))
              .setTitle(TOWER)
              .setSourceName(TOWER)
              .build());
      assertThat(page.locator("tr[data-sector='" + SECTOR + "'] .level")).not().containsText("LOW");

      leaveANote(page, demo.address());

      for (String path :
          List.of(
              "",
              "handover",
              "report",
              "audit",
              "sectors/PK-AF%2FTORKHAM",
              "changes/PK-AF%2FTORKHAM%231",
              "sources",
              "?at=" + demo.next(),
              "changes/%3Cscript%3Ealert(7)%3C%2Fscript%3E")) {
        page.navigate(demo.address() + path);
        assertThat(page.locator("a[href^='javascript:'], a[href^='data:']")).hasCount(0);
        assertThat(page.locator("main script, main iframe, main img, main style")).hasCount(0);
      }
      page.navigate(demo.address() + "changes/PK-AF%2FTORKHAM%231");
      assertThat(page.locator(".incident").first()).containsText("<script>alert(1)</script>");

      assertThat(page.textContent("main")).doesNotContain("\u202E", "\u2066", "\u001B");
      assertThat(dialogs).isEmpty();
      assertThat(foreign).isEmpty();
      assertThat(violations).isEmpty();
    }
  }

  private static void signIn(Page page, String address) {
    page.navigate(address + "sign-in");
    page.locator("input[name=key]").fill("anna");
    page.locator("input[name=key]").press("Enter");
    page.waitForURL(address);
  }

  /** In people's own words, as far as a note goes. */
  private static void leaveANote(Page page, String address) {
    page.navigate(address + "handover");
    Locator form = page.locator("form[action='/api/shift/note']");
    form.locator("textarea").fill(HOSTILE + TOWER.substring(0, 1_000));
    form.locator("button").click();
    assertThat(page.locator("main")).containsText("<svg onload=alert(2)>");
  }

  private void watch(Page page, String home) {
    page.onDialog(
        dialog -> {
          dialogs.add(dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(home)) {
            foreign.add(request.url());
          }
        });
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            violations.add(message.text());
          }
        });
  }

  private static BorderEvent event(String id, String text, String quote, String url, Instant at) {
    return BorderEvent.newBuilder()
        .setId(id)
        .setArticleKey(url + id)
        .setArticleRevision("0")
        .setSource(id)
        .setSourceName(text)
        .setPublisherFamily(id)
        .setReliability(Reliability.A)
        .setUrl(url)
        .setTitle(text)
        .setPublishedAt(at)
        .setKnownAt(at)
        .setType(EventType.BORDER_SEIZURE)
        .setStatus(ReportStatus.REPORTED)
        .setScopes(List.of(SECTOR))
        .setPlaces(List.of(new PlaceRef("torkham", text, PlaceKind.CROSSING, null)))
        .setPlaceText(text)
        .setOccurredFrom(LocalDate.parse("2021-07-09"))
        .setOccurredTo(LocalDate.parse("2021-07-09"))
        .setPrecision(Precision.DAY)
        .setAttributedTo(text)
        .setEvidence(List.of(new Evidence(quote, null, null, true)))
        .setExtractor("hand-coded")
        .build();
  }
}
