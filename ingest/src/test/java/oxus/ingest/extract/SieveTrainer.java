package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import oxus.ingest.extract.HeldOut.Sifted;
import oxus.ingest.extract.SieveWeights.Weights;
import oxus.ingest.extract.Signs.Sign;

/** Learns the weights of signs, from events that were extracted from articles held out. */
final class SieveTrainer {
  private static final int ROUNDS = 100;
  private static final double PENALTY = 30;

  /** Less: there are few denials to learn from, and their signs are fewer, too. */
  private static final double DENIAL_PENALTY = 8;

  private static final int RAREST = 5;
  private static final String BIAS = SieveWeights.BIAS.names().get(0);
  private static final String DENIAL_BIAS = SieveWeights.DENIAL_BIAS.names().get(0);

  private final Bearings bearings;

  SieveTrainer(Bearings bearings) {
    this.bearings = bearings;
  }

  /** Signs of an event, and whether it is right. */
  private record Lesson(boolean denial, List<String> signs, boolean right) {}

  /** Weights in thousandths by sign. */
  Map<String, Weights> train(List<Sifted> articles) {
    Map<String, Integer> first = learn(articles.stream().flatMap(SieveTrainer::first).toList());
    Map<String, Integer> second = learn(second(articles));
    Map<String, Weights> weights = new TreeMap<>();
    Stream.concat(first.keySet().stream(), second.keySet().stream())
        .forEach(
            sign ->
                weights.put(
                    sign, new Weights(first.getOrDefault(sign, 0), second.getOrDefault(sign, 0))));
    return weights;
  }

  private static Stream<Lesson> first(Sifted article) {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < article.told().size(); i++) {
      boolean denial = DenialSigns.isCopy(article.told().get(i));
      List<String> signs = names(article.signs().get(i));
      article.right().get(i).ifPresent(right -> lessons.add(new Lesson(denial, signs, right)));
    }
    return lessons.stream();
  }

  /** With first sums that the other parts teach: nobody is sure of what was learned by heart. */
  private List<Lesson> second(List<Sifted> articles) {
    List<Lesson> lessons = new ArrayList<>();
    for (int part : articles.stream().mapToInt(Sifted::part).distinct().toArray()) {
      Map<String, Integer> first =
          learn(
              articles.stream()
                  .filter(article -> article.part() != part)
                  .flatMap(SieveTrainer::first)
                  .toList());
      articles.stream()
          .filter(article -> article.part() == part)
          .forEach(article -> addSecond(article, first, lessons));
    }
    return lessons;
  }

  private void addSecond(Sifted article, Map<String, Integer> first, List<Lesson> lessons) {
    int[] sums = new int[article.told().size()];
    for (int i = 0; i < sums.length; i++) {
      String bias = DenialSigns.isCopy(article.told().get(i)) ? DENIAL_BIAS : BIAS;
      sums[i] = first.getOrDefault(bias, 0);
      for (String sign : names(article.signs().get(i))) {
        sums[i] += first.getOrDefault(sign, 0);
      }
    }
    SumSigns sumSigns = new SumSigns(bearings, article.told(), sums);
    for (int i = 0; i < sums.length; i++) {
      List<String> signs = new ArrayList<>(names(article.signs().get(i)));
      signs.addAll(names(sumSigns.of(i)));
      boolean denial = DenialSigns.isCopy(article.told().get(i));
      article.right().get(i).ifPresent(right -> lessons.add(new Lesson(denial, signs, right)));
    }
  }

  private static List<String> names(List<Sign> signs) {
    return signs.stream().flatMap(sign -> sign.names().stream()).toList();
  }

  /** Denials of what was told before share no sign with the rest, and so are learned apart. */
  private static Map<String, Integer> learn(List<Lesson> lessons) {
    Map<String, Integer> weights =
        learn(lessons.stream().filter(lesson -> !lesson.denial()).toList(), BIAS, PENALTY);
    learn(lessons.stream().filter(Lesson::denial).toList(), DENIAL_BIAS, DENIAL_PENALTY)
        .forEach((sign, weight) -> weights.merge(sign, weight, (one, other) -> shared(sign)));
    return weights;
  }

  private static int shared(String sign) {
    throw new IllegalStateException(
        "sign '"
            + sign
            + "' is shown by copies and by others; give the copies' one a name of its own");
  }

  private static Map<String, Integer> learn(List<Lesson> lessons, String bias, double penalty) {
    Numbering numbering = Numbering.of(lessons.stream().map(Lesson::signs).toList(), RAREST);
    List<String> names = numbering.names();
    double[] decays = Arrays.stream(numbering.counts()).mapToDouble(n -> penalty / n).toArray();
    double[] learned =
        new Regression(numbering.rows(), decays, ROUNDS)
            .learn(at -> true, at -> lessons.get(at).right());
    Map<String, Integer> weights = new HashMap<>();
    for (int sign = 0; sign <= names.size(); sign++) {
      int weight = (int) StrictMath.rint(learned[sign] * 1000);
      String name = sign == names.size() ? bias : names.get(sign);
      if (weight != 0) {
        weights.put(name, weight);
      }
    }
    return weights;
  }

  /** The file that {@link SieveWeights} reads. */
  static String file(Map<String, Weights> weights) {
    StringBuilder file = new StringBuilder();
    weights.forEach(
        (sign, weight) ->
            file.append(sign)
                .append('\t')
                .append(weight.first())
                .append('\t')
                .append(weight.second())
                .append('\n'));
    return file.toString();
  }
}
