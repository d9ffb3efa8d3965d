package oxus.ingest.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import oxus.ingest.GoldFiles;
import oxus.ingest.article.Articles;
import oxus.ingest.evaluate.GoldEvent;
import oxus.ingest.evaluate.Phrasing;
import oxus.ingest.extract.Features.Feature;
import oxus.schemas.Article;
import oxus.schemas.EventType;
import oxus.theatre.Theatre;

/** The sentences of the hand-coded articles and of the bank of phrasings, with what they tell. */
final class TrainingSet {
  /**
   * Marks the sentences of the bank, of which far more tell of an event than of an article's:
   * learned with, and then left out of the weights.
   */
  static final String BANK = "bank";

  private final Theatre theatre;
  private final Features features = Lexicon.features();
  private final List<Example> examples = new ArrayList<>();
  private final List<Weighed> weighed = new ArrayList<>();
  private final Lexicon lexicon;
  private final Extractor extractor;

  /**
   * A sentence as the weighing sees it.
   *
   * @param doc the article that it stands in; empty for one of the bank
   * @param told types of event that it reports
   * @param open types that it may or may not be said to report: not learned from
   */
  record Example(String doc, List<String> features, Set<EventType> told, Set<EventType> open) {}

  /** A sentence that was weighed, and where it lies in its article. */
  private record Seen(
      int start, int end, boolean part, Set<EventType> byRules, List<String> features) {}

  private record Weighed(Reading reading, Set<EventType> byRules) {}

  private TrainingSet(Theatre theatre) {
    this.theatre = theatre;
    this.lexicon =
        Lexicon.of(
            theatre,
            (reading, byRules) -> {
              weighed.add(new Weighed(reading, Set.copyOf(byRules)));
              return Weighing.silent();
            });
    this.extractor = new Extractor(theatre, lexicon);
  }

  /**
   * Reads the gold.
   *
   * @param gold folder with {@code tuning} and {@code phrasings}
   */
  static List<Example> read(Theatre theatre, Path gold) {
    TrainingSet set = new TrainingSet(theatre);
    Path tuning = gold.resolve("tuning");
    new GoldFiles(theatre)
        .read(tuning.resolve("gold"), tuning.resolve("articles")).articles().stream()
            .forEach(set::add);
    GoldFiles.phrasings(gold.resolve("phrasings")).phrasings().forEach(set::add);
    return List.copyOf(set.examples);
  }

  private void add(GoldFiles.GoldText text) {
    Article article = new Articles(theatre).imported(text.text());
    List<Seen> all = seen(article);
    add(text, article, all.stream().filter(one -> !one.part).toList());
    add(text, article, all.stream().filter(one -> one.part).toList());
  }

  /** Sentences, or stretches of sentences. */
  private void add(GoldFiles.GoldText text, Article article, List<Seen> seen) {
    List<Set<EventType>> told = new ArrayList<>();
    List<Set<EventType>> open = new ArrayList<>();
    Set<EventType> ofArticle = EnumSet.noneOf(EventType.class);
    for (int i = 0; i < seen.size(); i++) {
      told.add(EnumSet.noneOf(EventType.class));
      open.add(EnumSet.noneOf(EventType.class));
    }
    for (GoldEvent event : text.gold().events()) {
      ofArticle.addAll(event.types());
      int start = article.getBody().indexOf(event.cue());
      int sentence = start < 0 ? -1 : sentenceAt(seen, start, start + event.cue().length());
      if (sentence >= 0) {
        told.get(sentence).add(event.types().get(0));
        for (int i = 0; i < seen.size(); i++) {
          if (seen.get(i).start < start + event.cue().length() && start < seen.get(i).end) {
            open.get(i).addAll(event.types());
          }
        }
      }
    }
    for (int i = 0; i < seen.size(); i++) {
      // Gold cues an event once: where it is told again, a rule's word stands against no label.
      Set<EventType> again = EnumSet.copyOf(open.get(i));
      seen.get(i).byRules.stream().filter(ofArticle::contains).forEach(again::add);
      again.removeAll(told.get(i));
      examples.add(new Example(text.gold().doc(), seen.get(i).features, told.get(i), again));
    }
  }

  private void add(Phrasing phrasing) {
    Article article = new Articles(theatre).imported(phrasing.asArticle());
    List<Seen> seen = seen(article);
    List<String> all = new ArrayList<>(List.of(BANK));
    seen.stream().filter(one -> !one.part).forEach(one -> all.addAll(one.features));
    Set<EventType> told = EnumSet.noneOf(EventType.class);
    told.addAll(phrasing.types());
    examples.add(
        new Example("", all.stream().distinct().toList(), told, EnumSet.noneOf(EventType.class)));
  }

  /** Extracts by rules alone and keeps what there was to weigh. */
  private List<Seen> seen(Article article) {
    weighed.clear();
    extractor.extract(article);
    CleanText clean = Normaliser.normalise(article.getBody(), lexicon::knows);
    List<Seen> seen = new ArrayList<>();
    for (Weighed one : weighed) {
      List<Feature> of = features.of(one.reading, one.byRules);
      int size = one.reading.sentence().size();
      seen.add(seen(clean, one, new Stretch(0, size), of, false));
      for (Stretch stretch : one.reading.stretches()) {
        List<Feature> within = of.stream().filter(feature -> feature.isIn(stretch)).toList();
        seen.add(seen(clean, one, stretch, within, true));
      }
    }
    return seen;
  }

  private static Seen seen(
      CleanText clean, Weighed weighed, Stretch stretch, List<Feature> features, boolean part) {
    Sentence sentence = weighed.reading.sentence();
    boolean empty = sentence.size() == 0;
    return new Seen(
        clean.start(empty ? sentence.start() : sentence.token(stretch.from()).start()),
        clean.end(empty ? sentence.end() : sentence.token(stretch.to() - 1).end()),
        part,
        weighed.byRules,
        features.stream().map(Feature::name).distinct().toList());
  }

  private static int sentenceAt(List<Seen> seen, int start, int end) {
    int best = -1;
    int most = 0;
    for (int i = 0; i < seen.size(); i++) {
      int common = Math.min(end, seen.get(i).end) - Math.max(start, seen.get(i).start);
      if (common > most) {
        most = common;
        best = i;
      }
    }
    return best;
  }
}
