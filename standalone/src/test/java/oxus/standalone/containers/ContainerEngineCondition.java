package oxus.standalone.containers;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Lets container tests run where an engine answers, and skips or fails them where none does. */
final class ContainerEngineCondition implements ExecutionCondition {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerEngineCondition.class);
  private static final String OPTIONAL = "optional";
  private static final String REQUIRED = "required";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    ConditionEvaluationResult result =
        decide(
            System.getProperty("containers", OPTIONAL),
            () -> DockerClientFactory.instance().isDockerAvailable());
    // The build's own output only counts skipped tests.
    if (result.isDisabled()) {
      LOG.warn("{} skipped: {}", context.getDisplayName(), result.getReason().orElseThrow());
    }
    return result;
  }

  static ConditionEvaluationResult decide(String containers, BooleanSupplier engineAnswers) {
    if (!containers.equals(OPTIONAL) && !containers.equals(REQUIRED)) {
      throw new ExtensionConfigurationException(
          "-Dcontainers=" + containers + " is neither " + OPTIONAL + " nor " + REQUIRED);
    }
    if (engineAnswers.getAsBoolean()) {
      return ConditionEvaluationResult.enabled("a container engine answers");
    }
    if (containers.equals(REQUIRED)) {
      throw new ExtensionConfigurationException(
          "no container engine answers, and -Dcontainers=required insists on one: start it, or run"
              + " without that option to skip these tests");
    }
    return ConditionEvaluationResult.disabled(
        "no container engine answers; run with -Dcontainers=required to insist");
  }
}
