package oxus.theatre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.Reliability;
import oxus.schemas.Stake;
import oxus.theatre.Grading.Bounds;
import oxus.theatre.Grading.Confidence;
import oxus.theatre.Grading.Coverage;
import oxus.theatre.Grading.Denials;
import oxus.theatre.Grading.Independence;

/**
 * Reads the sections of {@code policy.yaml} that it may leave out, each whole or not at all: a
 * policy in an old log must still be readable.
 */
final class GradingReader {
  static final List<String> SECTIONS =
      List.of("independence", "denials", "confidence", "coverage", "bounds");

  private static final int SIGNATURE_BITS = 64;

  private GradingReader() {}

  static Grading read(Yaml policy) {
    return new Grading(
        policy
            .find("independence")
            .map(GradingReader::independence)
            .orElse(Grading.USUAL.independence()),
        policy.find("denials").map(GradingReader::denials).orElse(Grading.USUAL.denials()),
        policy.find("confidence").map(GradingReader::confidence).orElse(Grading.USUAL.confidence()),
        policy.find("coverage").map(GradingReader::coverage).orElse(Grading.USUAL.coverage()),
        policy.find("bounds").map(GradingReader::bounds).orElse(Grading.USUAL.bounds()));
  }

  private static Independence independence(Yaml yaml) {
    yaml.only("nearIdentical", "oneVoice");
    int bits = yaml.get("nearIdentical").number().intValue();
    if (bits < 0 || bits >= SIGNATURE_BITS / 2) {
      yaml.get("nearIdentical")
          .problem("'" + bits + "' bits tell no texts apart", "write a number from 0 to 31");
    }
    long most = Quantities.micro(yaml.get("oneVoice"));
    if (most <= 0 && yaml.get("oneVoice").isThere()) {
      yaml.get("oneVoice").problem("a bound of zero silences everybody", "write a score above 0");
    }
    return new Independence(bits, most);
  }

  private static Denials denials(Yaml yaml) {
    return new Denials(thousandths(yaml, Stake.class));
  }

  private static Confidence confidence(Yaml yaml) {
    yaml.only("reliability", "credibility");
    Yaml credibility = yaml.get("credibility").only("1", "2", "3", "4", "5", "6");
    List<Integer> factors = new ArrayList<>();
    for (int step = 1; step <= 6; step++) {
      factors.add(thousandth(credibility.get(Integer.toString(step))));
    }
    return new Confidence(thousandths(yaml.get("reliability"), Reliability.class), factors);
  }

  private static Coverage coverage(Yaml yaml) {
    yaml.only("window", "normal", "why");
    Duration window = Quantities.positive(yaml.get("window"));
    return new Coverage(window, Quantities.count(yaml.get("normal")));
  }

  private static Bounds bounds(Yaml yaml) {
    yaml.only("incidents", "rumours", "archived", "rulings", "history");
    return new Bounds(
        Quantities.count(yaml.get("incidents")),
        Quantities.count(yaml.get("rumours")),
        Quantities.count(yaml.get("archived")),
        Quantities.count(yaml.get("rulings")),
        Quantities.count(yaml.get("history")));
  }

  private static <E extends Enum<E>> Map<E, Integer> thousandths(Yaml yaml, Class<E> type) {
    yaml.only(Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    Map<E, Integer> factors = new EnumMap<>(type);
    for (E key : type.getEnumConstants()) {
      factors.put(key, thousandth(yaml.get(key.name())));
    }
    return factors;
  }

  private static int thousandth(Yaml yaml) {
    double share = yaml.number().doubleValue();
    if (share < 0 || share > 1) {
      yaml.problem("'" + yaml.text() + "' is not a share", "write a number from 0 to 1");
    }
    return (int) Math.round(share * 1000);
  }
}
