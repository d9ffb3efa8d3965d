package oxus.ingest.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import oxus.ingest.GoldFiles;
import oxus.ingest.GoldFiles.GoldText;
import oxus.ingest.article.Articles;
import oxus.ingest.evaluate.GoldMatcher;
import oxus.ingest.evaluate.JudgedArticle;
import oxus.ingest.extract.Signs.Sign;
import oxus.ingest.extract.TrainingSet.Example;
import oxus.schemas.Article;
import oxus.theatre.Theatre;

/**
 * The tuning articles in parts, in the order of their names and so of who wrote them; each part is
 * read with weights of words that the other parts taught.
 */
final class HeldOut {
  static final int PARTS = 6;

  private final Theatre theatre;
  private final List<GoldText> texts;
  private final List<WordWeights> weights;
  private final GoldMatcher matcher;

  /**
   * The events of an article as the sieve sees them.
   *
   * @param signs one list an event
   * @param right whether gold has an event and no other stands for the same; nothing where gold
   *     leaves it open
   */
  record Sifted(
      int part, List<Candidate> told, List<List<Sign>> signs, List<Optional<Boolean>> right) {}

  HeldOut(Theatre theatre, Path gold, List<Example> examples) {
    this.theatre = theatre;
    this.matcher = new GoldMatcher(theatre.id(), GoldMatcher.UNCODED);
    Path tuning = gold.resolve("tuning");
    this.texts =
        new GoldFiles(theatre).read(tuning.resolve("gold"), tuning.resolve("articles")).articles();
    this.weights =
        IntStream.range(0, PARTS).parallel().mapToObj(part -> weights(part, examples)).toList();
  }

  /** What the other parts teach. */
  private WordWeights weights(int part, List<Example> examples) {
    Set<String> held = new HashSet<>();
    part(part).forEach(text -> held.add(text.gold().doc()));
    List<Example> rest = examples.stream().filter(one -> !held.contains(one.doc())).toList();
    return new WordWeights(
        Lexicon.features(), WeightsTrainer.train(rest), NetworkTrainer.train(rest));
  }

  /** What there is to sift in all parts. */
  List<Sifted> sifted() {
    List<Sifted> sifted = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      List<Candidate> seen = new ArrayList<>();
      List<List<Sign>> shown = new ArrayList<>();
      Extractor extractor =
          extractor(
              part,
              (signs, told) -> {
                seen.addAll(told);
                IntStream.range(0, told.size()).forEach(i -> shown.add(signs.of(told, i)));
                return new int[told.size()];
              });
      for (GoldText text : part(part)) {
        seen.clear();
        shown.clear();
        Article article = new Articles(theatre).imported(text.text());
        JudgedArticle judged = judged(extractor, text, article);
        Map<String, Boolean> right = judged.rightById();
        Map<String, Boolean> denied = judged.deniedById();
        List<Optional<Boolean>> answers = new ArrayList<>();
        for (Candidate one : seen) {
          String id = EventAssembler.id(article, one);
          answers.add(
              Optional.ofNullable(DenialSigns.isCopy(one) ? denied.get(id) : right.get(id)));
        }
        sifted.add(new Sifted(part, List.copyOf(seen), List.copyOf(shown), answers));
      }
    }
    return sifted;
  }

  /** The scores of one part, sifted by what the other parts teach. */
  List<JudgedArticle> judged(int part, Sieve sieve) {
    Extractor extractor = extractor(part, sieve);
    return part(part).stream()
        .map(text -> judged(extractor, text, new Articles(theatre).imported(text.text())))
        .toList();
  }

  private JudgedArticle judged(Extractor extractor, GoldText text, Article article) {
    return matcher.match(text.gold(), article.getBody(), extractor.extract(article).events());
  }

  private Extractor extractor(int part, Sieve sieve) {
    return new Extractor(theatre, Lexicon.of(theatre, weights.get(part), sieve));
  }

  private List<GoldText> part(int part) {
    return texts.subList(texts.size() * part / PARTS, texts.size() * (part + 1) / PARTS);
  }
}
