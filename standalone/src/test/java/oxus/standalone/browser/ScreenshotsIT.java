package oxus.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the console that the documents show: {@code docs/screenshots}. Not a part
 * of the build.
 */
@RequiresBrowser
@Tag("screenshots")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ScreenshotsIT {
  private static final String UNTIL = "2021-07-16T00:00:00Z";

  /**
   * One picture.
   *
   * @param width of the picture as it is kept; a wall is kept smaller than it is
   */
  private record Shot(
      String name,
      String path,
      int screenWidth,
      int screenHeight,
      ColorScheme colours,
      int width) {}

  @Test
  void takesThePictures(@TempDir Path folder) throws Exception {
    Path documents = Path.of(System.getProperty("screenshots"));
    long bytes = 0;
    try (Demo demo = Demo.until(UNTIL, folder);
        Chromium chromium = Chromium.launch()) {
      for (Shot shot :
          new Shot[] {
            new Shot("console", "", 1400, 1000, ColorScheme.LIGHT, 1400),
            new Shot("console-dark", "", 1400, 1000, ColorScheme.DARK, 1400),
            new Shot("console-phone", "", 360, 780, ColorScheme.LIGHT, 360),
            new Shot("console-wall", "", 3840, 2160, ColorScheme.DARK, 1920),
            new Shot(
                "console-change", "changes/TJ-AF%2FPANJ%232", 1400, 1800, ColorScheme.LIGHT, 1000),
            new Shot("console-webhooks", "webhooks", 1400, 700, ColorScheme.LIGHT, 1000),
            new Shot(
                "console-past", "?at=2021-06-26T00:00:00Z", 1400, 1000, ColorScheme.DARK, 1400),
          }) {
        bytes += take(shot, demo, chromium, documents.resolve(shot.name() + ".png"));
      }
    }
    assertThat(bytes).as("all pictures together").isLessThan(1_500_000);
  }

  private static long take(Shot shot, Demo demo, Chromium chromium, Path file) throws Exception {
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions()
                    .setViewportSize(shot.screenWidth(), shot.screenHeight())
                    .setColorScheme(shot.colours()))) {
      Page page = context.newPage();
      page.navigate(demo.address() + shot.path());
      if (shot.path().isEmpty()) {
        assertThat(page.locator("#connection")).hasAttribute("data-state", "open");
      }
      byte[] small = SmallPicture.of(page.screenshot(), shot.width());
      Files.write(file, small);
      return small.length;
    }
  }
}
