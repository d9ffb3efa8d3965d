package oxus.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import oxus.schemas.ThreatLevel;

/** What people do with the console, in a real browser on the running demo. */
@RequiresBrowser
@ExtendWith(SharedDemo.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ConsoleIT {
  static final String PANJ = "TJ-AF/PANJ";

  final Demo demo;
  final Chromium chromium;
  BrowserContext context;
  Page page;

  ConsoleIT(SharedDemo.Both both) {
    demo = both.demo();
    chromium = both.chromium();
  }

  @BeforeEach
  void open() {
    context = chromium.browser().newContext(new NewContextOptions().setViewportSize(1400, 1000));
    page = context.newPage();
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void showsALevelLiveOnMapTableAndFeed() throws Exception {
    visit("");
    assertThat(page.locator("#connection")).hasAttribute("data-state", "open");

    raise("KG-TJ/VORUKH", ThreatLevel.CRITICAL);

    assertThat(page.locator("#map-KG-TJ\\/VORUKH")).hasClass(Pattern.compile("level-5"));
    assertThat(page.locator("tr[data-sector='KG-TJ/VORUKH'] .level")).containsText("CRITICAL");
    assertThat(page.locator(".stories .item").first()).containsText("Vorukh");
    assertThat(page.locator("#fresh")).containsText("new since you opened the page");
    assertThat(page.locator("#announcement")).containsText("New change");
  }

  @Test
  void reachesTheEvidenceInTwoClicks() {
    visit("");
    page.locator("#row-TJ-AF\\/PANJ").click();
    page.locator(".facts a").first().click();

    assertThat(page.locator(".reports .report").first()).isVisible();
    assertThat(page.locator(".sum tfoot .num"))
        .hasText(page.locator(".facts div:has(dt:text-is('Score')) dd").textContent());
  }

  @Test
  void travelsInTimeToWhatWasKnownThenAndBack() {
    visit("?at=2021-06-22T00:00:00Z");
    assertThat(page.locator(".past")).containsText("As known at 2021-06-22 00:00 UTC");
    assertThat(row(PANJ)).containsText("SUBSTANTIAL");

    page.locator("#later").click();
    assertThat(row(PANJ)).containsText("CRITICAL");
    page.locator("#travel-slider").fill(page.locator("#travel-slider").getAttribute("min"));
    page.locator("#travel-slider").dispatchEvent("change");
    assertThat(row(PANJ)).containsText("LOW");
    page.locator("#back-to-live").click();
    assertThat(page.locator(".past")).hasCount(0);
    assertThat(page.locator("#connection")).hasAttribute("data-state", "open");
  }

  @Test
  void showsTheEvidenceOfASectorAsItWasKnown() {
    visit("sectors/TJ-AF%2FPANJ?at=2021-06-22T00:00:00Z");

    assertThat(page.locator(".sum")).containsText("Imam Sahib");
    assertThat(page.locator("main")).not().containsText("Sher Khan Bandar A1");
    assertThat(page.locator(".history tbody tr")).hasCount(1);
    assertThat(page.locator(".event")).not().hasCount(0);
    page.locator(".event").first().focus();
    assertThat(page.locator(".event:focus .detail")).isVisible();
  }

  @Test
  void goesByKeys() {
    visit("");
    page.keyboard().press("j");
    String first = focused();
    page.keyboard().press("j");
    assertThat(focused()).isNotEqualTo(first);
    page.keyboard().press("k");
    assertThat(focused()).isEqualTo(first);

    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys")).isHidden();

    page.keyboard().press("/");
    assertThat(page.locator("#filter-sector")).isFocused();
    page.keyboard().press("Escape");

    page.keyboard().press("t");
    assertThat(page.locator("#known")).hasText(Pattern.compile("\\d{6}Z [A-Z]{3} \\d{2}"));
    page.keyboard().press("m");
    assertThat(page.locator("#tool-sound")).hasText("Sound on");

    page.keyboard().press("g");
    page.keyboard().type("serhet");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/sectors/TM-AF%2FSERHETABAT$"));
    page.keyboard().press("Control+k");
    assertThat(page.locator("#palette")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#palette")).isHidden();
    page.keyboard().press("Escape");
    assertThat(page).hasURL(demo.address());
  }

  @Test
  void opensTheEvidenceOfTheChosenChangeByEnter() {
    visit("?sector=TJ-AF%2FPANJ");
    page.keyboard().press("j");
    page.keyboard().press("Enter");

    assertThat(page).hasURL(Pattern.compile("/changes/TJ-AF%2FPANJ%23\\d+$"));
  }

  @Test
  void keepsFiltersInTheLinkThroughAReload() {
    visit("");
    page.locator("#filter-sector").selectOption(PANJ);
    page.locator("#filter-level").selectOption("CRITICAL");
    page.locator("#filter-state").selectOption("RAISED");
    page.locator("#filter-apply").click();
    List<String> shown = page.locator(".stories .item").allTextContents();
    page.reload();

    assertThat(shown).isNotEmpty();
    assertThat(page.locator(".stories .item").allTextContents()).isEqualTo(shown);
    assertThat(page.locator("#filter-state")).hasValue("RAISED");
    assertThat(page.url()).contains("sector=TJ-AF%2FPANJ", "level=CRITICAL", "state=RAISED");
  }

  @Test
  void holdsChangesWhilePausedAndDropsNone() throws Exception {
    visit("");
    assertThat(page.locator("#connection")).hasAttribute("data-state", "open");
    page.locator("#pause").click();
    String first = page.locator(".stories .where").first().textContent();

    raise("CN-AF/WAKHJIR", ThreatLevel.CRITICAL);
    assertThat(page.locator("#waiting")).hasText("1 new");
    assertThat(page.locator(".stories .where").first()).hasText(first);

    page.locator("#waiting").click();
    assertThat(page.locator(".stories .where").first()).hasText("Wakhjir");
  }

  @Test
  void saysThatAFilterHidesWhatIsNew() throws Exception {
    visit("?sector=TJ-AF%2FPANJ");
    assertThat(page.locator("#connection")).hasAttribute("data-state", "open");

    raise("TM-AF/MARCHAK", ThreatLevel.CRITICAL);

    assertThat(page.locator("#hidden")).containsText("1 new that this filter does not show");
  }

  /** Where the tabs of a browser share one stream; six connections are all that a browser opens. */
  @Test
  void showsALevelLiveInEightTabs() throws Exception {
    visit("");
    assertThat(page.locator("script[src$='/stream.js']")).hasCount(1);
    List<Page> tabs = new ArrayList<>(List.of(page));
    while (tabs.size() < 8) {
      tabs.add(context.newPage());
      tabs.get(tabs.size() - 1).navigate(demo.address());
    }
    for (Page tab : tabs) {
      assertThat(tab.locator("#connection")).hasAttribute("data-state", "open");
    }

    raise("UZ-AF/TERMEZ", ThreatLevel.CRITICAL);

    for (Page tab : tabs) {
      assertThat(tab.locator("tr[data-sector='UZ-AF/TERMEZ'] .level")).containsText("CRITICAL");
    }
  }

  @Test
  void remembersColoursAndSaysWhichZone() {
    visit("");
    page.locator("#tool-theme").click();
    page.reload();

    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.keyboard().press("t");
    page.keyboard().press("t");
    assertThat(page.locator("#zone")).containsText("of your zone");
  }

  @Test
  void printsWithoutWhatOnlyAScreenNeeds() {
    visit("changes/TJ-AF%2FPANJ%231");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.locator(".tools")).isHidden();
    assertThat(page.locator(".sum")).isVisible();
    assertThat(page.pdf()).hasSizeGreaterThan(10_000);
  }

  private void visit(String path) {
    page.navigate(demo.address() + path);
  }

  private Locator row(String sector) {
    return page.locator("tr[data-sector='" + sector + "'] .level");
  }

  private String focused() {
    return String.valueOf(
        page.evaluate("document.activeElement.id || document.activeElement.closest('details').id"));
  }

  private void raise(String sector, ThreatLevel level) throws Exception {
    demo.raise(sector, level);
  }
}
