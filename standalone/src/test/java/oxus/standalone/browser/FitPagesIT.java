package oxus.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page is fit for all readers, in both colours, and for a phone. */
@RequiresBrowser
@ExtendWith(SharedDemo.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FitPagesIT {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** What each page looks like on a phone: nothing is cut that cannot be scrolled to. */
  private static final String CUT =
      """
      () => [...document.querySelectorAll('main *')]
        .filter(e => e.getClientRects().length > 0 && !e.closest('.unseen, svg, dialog, thead'))
        .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
        .filter(e => { for (let up = e.parentElement; up; up = up.parentElement) {
          if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return false; } return true; })
        .map(e => e.outerHTML.slice(0, 160))
      """;

  @ParameterizedTest(name = "page /{0}")
  @ValueSource(
      strings = {
        "",
        "?at=2021-07-01",
        "sectors/TJ-AF%2FPANJ",
        "changes/TJ-AF%2FPANJ%232",
        "sources",
        "handover",
        "report",
        "load",
        "webhooks",
        "audit",
        "sign-in"
      })
  void hasNoSeriousFaultOfAccessAndFitsAPhone(String path, SharedDemo.Both both) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext context =
        both.chromium().browser().newContext(new NewContextOptions().setViewportSize(1400, 1000))) {
      Page page = context.newPage();
      signIn(page, both.demo().address());
      assertThat(page.navigate(both.demo().address() + path).status()).isEqualTo(200);
      faults(new AxeBuilder(page).withTags(WCAG)).forEach(fault -> faults.add("light " + fault));
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      faults(new AxeBuilder(page).withRules(List.of("color-contrast")))
          .forEach(fault -> faults.add("dark " + fault));
      page.setViewportSize(360, 800);
      Object excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      List<?> cut = (List<?>) page.evaluate(CUT);

      assertThat(faults).isEmpty();
      assertThat(((Number) excess).intValue()).isLessThanOrEqualTo(0);
      assertThat(cut.stream().map(String::valueOf)).as("cut on a phone").isEmpty();
    }
  }

  /** As someone who may do everything, and so is offered every form. */
  private static void signIn(Page page, String address) {
    page.navigate(address + "sign-in");
    page.locator("input[name=key]").fill("carol");
    page.locator("input[name=key]").press("Enter");
    page.waitForURL(address);
  }

  private static Stream<String> faults(AxeBuilder axe) {
    return axe.setLegacyMode(true).analyze().getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .map(FitPagesIT::told);
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes().get(0).getHtml();
  }
}
