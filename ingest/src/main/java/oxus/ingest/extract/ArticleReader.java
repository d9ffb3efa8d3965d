package oxus.ingest.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oxus.schemas.Article;
import oxus.schemas.EventType;

/** Reads one article sentence by sentence and collects the events that its sentences give. */
final class ArticleReader {
  /**
   * From which sum on an event is reported: below even odds, where precision and recall weigh about
   * the same in cross-validation.
   */
  static final int ENOUGH = -300;

  /** No article tells of as much; a text that does is a flood, and costs no more than this. */
  private static final int MOST_MENTIONS = 2_000;

  private final Lexicon lexicon;
  private final Bearings bearings;
  private final CleanText clean;
  private final Journal journal;
  private final DateFinder dateFinder;
  private final Dating dating;
  private final LocalDate published;
  private final Focus focus = new Focus();
  private final PlacePicker picker = new PlacePicker(focus);
  private final List<Candidate> candidates = new ArrayList<>();

  ArticleReader(
      Lexicon lexicon, Bearings bearings, Article article, CleanText clean, Journal journal) {
    this.lexicon = lexicon;
    this.bearings = bearings;
    this.clean = clean;
    this.journal = journal;
    this.published = article.getPublishedAt().atZone(ZoneOffset.UTC).toLocalDate();
    this.dateFinder = new DateFinder(published);
    this.dating = new Dating(published);
  }

  /** The events of these sentences, mentions of one happening merged. */
  List<Candidate> read(List<Sentence> sentences, List<Sentence> title) {
    title.forEach(focus::addWords);
    sentences.forEach(focus::addWords);
    for (Sentence sentence : title) {
      Reading reading = Reading.of(sentence, lexicon.trie(), dateFinder);
      focus.leave(reading, picker.named(reading));
    }
    List<Reading> readings = readings(sentences);
    focus.settle(HomeBorder.of(readings, bearings));
    SentenceReader sentenceReader = sentenceReader(sentences);
    readings.forEach(reading -> read(sentenceReader, reading));
    return signed(new Merger(bearings, journal), title, sentences);
  }

  /** The events that a careful analyst would sign, each once. */
  private List<Candidate> signed(Merger merger, List<Sentence> title, List<Sentence> sentences) {
    List<Candidate> told = merger.withinSentences(candidates);
    if (sentences.size() == 1) {
      return told;
    }
    ArticleSigns signs = new ArticleSigns(published, bearings, () -> weighed(title), sentences);
    List<Boolean> keeps = new ArrayList<>();
    int[] sums = lexicon.sieve().sums(signs, told);
    for (int i = 0; i < told.size(); i++) {
      Candidate candidate = told.get(i);
      int sum = sums[i];
      keeps.add(sum >= ENOUGH);
      if (sum < ENOUGH) {
        journal.note(() -> Notes.sifted(candidate, sum));
      }
    }
    return merger.across(told, keeps);
  }

  private Map<EventType, Integer> weighed(List<Sentence> title) {
    Map<EventType, Integer> sums = new EnumMap<>(EventType.class);
    for (Sentence sentence : title) {
      Reading reading = Reading.of(sentence, lexicon.trie(), dateFinder);
      Weighing weighing = lexicon.weigher().weigh(reading, Set.of());
      Weighing.TYPES.forEach(type -> sums.merge(type, weighing.of(type), Math::max));
    }
    return sums;
  }

  private SentenceReader sentenceReader(List<Sentence> sentences) {
    boolean single = sentences.size() == 1;
    boolean alone = single && sentences.get(0).headline();
    return new SentenceReader(
        lexicon, clean, focus, dating, new ScopeResolver(bearings, focus, alone), single, journal);
  }

  private List<Reading> readings(List<Sentence> sentences) {
    List<Reading> readings = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (SectionMarks.endsText(sentence)) {
        skip(sentence, "a list that is no text of the article begins here");
        break;
      }
      if (SectionMarks.isIndex(sentence)) {
        skip(sentence, "a line of keywords or a pointer to another article");
      } else if (SectionMarks.isCaption(sentence)) {
        skip(sentence, "a line that says what a picture shows");
      } else {
        readings.add(Reading.of(sentence, lexicon.trie(), dateFinder));
      }
    }
    return readings;
  }

  private void read(SentenceReader sentenceReader, Reading reading) {
    dating.enter(reading);
    if (dating.isBackground()) {
      skip(reading.sentence(), "background: all that is dated here is over a year old");
      focus.leave(reading, List.of());
      return;
    }
    if (candidates.size() >= MOST_MENTIONS) {
      skip(reading.sentence(), "the text has told of more than any article does");
      return;
    }
    List<Candidate> found = sentenceReader.read(reading);
    candidates.addAll(found);
    focus.leave(reading, picker.named(reading));
    for (Candidate candidate : found) {
      Located located = candidate.located();
      if (!located.inferred() && !DenialSigns.isCopy(candidate)) {
        // Where it happened, however far it reaches.
        List<String> there = NamedPlaces.scopesOf(located.places());
        focus.remember(
            there.containsAll(located.scopes()) || there.isEmpty() ? located.scopes() : there);
      }
    }
  }

  private void skip(Sentence sentence, String reason) {
    journal.note(() -> Notes.skipped(clean, sentence, reason));
  }
}
