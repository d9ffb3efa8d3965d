package oxus.standalone.browser;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets browser tests run where Chromium is found, and skips or fails them where it is not. */
final class BrowserCondition implements ExecutionCondition {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserCondition.class);
  private static final String OPTIONAL = "optional";
  private static final String REQUIRED = "required";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    ConditionEvaluationResult result =
        decide(System.getProperty("browser", OPTIONAL), Chromium::executable);
    // The build's own output only counts skipped tests.
    if (result.isDisabled()) {
      LOG.warn("{} skipped: {}", context.getDisplayName(), result.getReason().orElseThrow());
    }
    return result;
  }

  static ConditionEvaluationResult decide(String browser, Supplier<Optional<Path>> found) {
    if (!browser.equals(OPTIONAL) && !browser.equals(REQUIRED)) {
      throw new ExtensionConfigurationException(
          "-Dbrowser=" + browser + " is neither " + OPTIONAL + " nor " + REQUIRED);
    }
    if (found.get().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is there");
    }
    if (browser.equals(REQUIRED)) {
      throw new ExtensionConfigurationException(
          "no Chromium is on the PATH, and -Dbrowser=required insists on one: install it (Debian:"
              + " apt-get install chromium), or run without that option to skip these tests");
    }
    return ConditionEvaluationResult.disabled(
        "no Chromium is on the PATH; install it, or run with -Dbrowser=required to insist");
  }
}
