package oxus.ingest.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.ingest.extract.Candidate.Party;
import oxus.ingest.extract.Modality.Verdict;
import oxus.schemas.Article;
import oxus.schemas.Figure;
import oxus.schemas.ReportStatus;
import oxus.theatre.Actor;

/** Reads one article sentence by sentence and collects the events that its sentences give. */
final class ArticleReader {
  private static final Set<String> END_SECTIONS =
      Set.of(
          "references",
          "bibliography",
          "sources",
          "notes",
          "footnotes",
          "further reading",
          "related articles",
          "related",
          "read also",
          "see also",
          "leave a comment",
          "comments");
  private static final Set<String> INDEXES =
      Set.of("keywords", "key words", "tags", "topics", "read also", "see also", "also read");
  private static final Set<String> DUE =
      Set.of("due", "scheduled", "planned", "slated", "upcoming");
  private static final Set<String> FRESH =
      Set.of("earlier", "previously", "separately", "later", "also", "meanwhile", "another");
  private static final Set<String> POINTERS =
      Set.of("the", "these", "this", "those", "that", "such");
  private static final int LONGEST_SECTION_TITLE = 3;
  private static final long HISTORY_DAYS = 365;

  private final Lexicon lexicon;
  private final Bearings bearings;
  private final CleanText clean;
  private final LocalDate published;
  private final DateFinder dateFinder;
  private final Focus focus = new Focus();
  private final PlacePicker picker = new PlacePicker(focus);
  private final ScopeResolver scopes;
  private final List<Candidate> candidates = new ArrayList<>();
  private boolean background;
  private Optional<Interval> paragraphDay = Optional.empty();
  private int paragraph = -1;

  ArticleReader(
      Lexicon lexicon, Bearings bearings, Article article, CleanText clean, boolean alone) {
    this.lexicon = lexicon;
    this.bearings = bearings;
    this.clean = clean;
    this.published = article.getPublishedAt().atZone(ZoneOffset.UTC).toLocalDate();
    this.dateFinder = new DateFinder(published);
    this.scopes = new ScopeResolver(bearings, focus, alone);
  }

  /** The events of these sentences, mentions of one happening merged. */
  List<Candidate> read(List<Sentence> sentences, List<Sentence> title) {
    title.forEach(focus::addWords);
    sentences.forEach(focus::addWords);
    for (Sentence sentence : title) {
      Reading reading = Reading.of(sentence, lexicon.trie(), dateFinder);
      focus.leave(reading, picker.named(reading));
    }
    for (Sentence sentence : sentences) {
      if (endsText(sentence)) {
        break;
      }
      read(sentence);
    }
    return new Merger(bearings).merge(candidates);
  }

  /** A line of keywords, or a pointer to another article. */
  private static boolean isIndex(Sentence sentence) {
    for (int colon = 1; colon <= 2; colon++) {
      if (sentence.is(colon, ":")) {
        StringBuilder lead = new StringBuilder(sentence.token(0).word());
        for (int i = 1; i < colon; i++) {
          lead.append(' ').append(sentence.token(i).word());
        }
        return INDEXES.contains(lead.toString());
      }
    }
    return false;
  }

  private static boolean endsText(Sentence sentence) {
    if (!sentence.headline() || sentence.size() > LONGEST_SECTION_TITLE) {
      return false;
    }
    StringBuilder words = new StringBuilder();
    for (Token token : sentence.tokens()) {
      if (token.isWord()) {
        words.append(words.length() == 0 ? "" : " ").append(token.word());
      }
    }
    return END_SECTIONS.contains(words.toString());
  }

  private void read(Sentence sentence) {
    if (isIndex(sentence)) {
      return;
    }
    Reading reading = Reading.of(sentence, lexicon.trie(), dateFinder);
    background = isBackground(reading);
    if (sentence.paragraph() != paragraph) {
      paragraphDay = Optional.empty();
    }
    paragraph = sentence.paragraph();
    if (background) {
      focus.leave(reading, List.of());
      return;
    }
    List<Candidate> found = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      if (!mention.entry().triggers().isEmpty()) {
        best(reading, mention).ifPresent(found::add);
      }
    }
    candidates.addAll(found);
    found.stream()
        .filter(candidate -> Denial.follows(reading, candidate))
        .map(Candidate::denied)
        .forEach(candidates::add);
    focus.leave(reading, picker.named(reading));
    for (Candidate candidate : found) {
      if (!candidate.located().inferred()) {
        focus.remember(candidate.located().scopes());
      }
    }
  }

  /** All dates long past, or none behind such a sentence of the same paragraph. */
  private boolean isBackground(Reading reading) {
    boolean same = reading.sentence().paragraph() == paragraph;
    if (reading.dates().stream().allMatch(DateMention::anchored)) {
      return same && background;
    }
    return reading.dates().stream().allMatch(date -> date.anchored() || isHistory(date.past()));
  }

  /** The event of the rule that fits a trigger best, if its sentence asserts it. */
  private Optional<Candidate> best(Reading reading, Mention mention) {
    Trigger bestTrigger = null;
    Arguments bestArguments = null;
    for (Trigger trigger : mention.entry().triggers()) {
      Optional<Arguments> found = ArgumentFinder.find(reading, focus, trigger, mention);
      if (found.isPresent()
          && (bestArguments == null || found.get().score() > bestArguments.score())) {
        bestArguments = found.get();
        bestTrigger = trigger;
      }
    }
    if (bestTrigger == null || bestArguments == null) {
      return Optional.empty();
    }
    return event(reading, mention, bestTrigger, bestArguments);
  }

  private Optional<Candidate> event(
      Reading reading, Mention mention, Trigger trigger, Arguments arguments) {
    Verdict verdict = Modality.judge(reading, trigger, mention);
    if (verdict.status().isEmpty()) {
      return Optional.empty();
    }
    ReportStatus status = verdict.status().get();
    Optional<DateMention> date = nearestDate(reading, mention, status);
    Interval interval = date.isPresent() ? interval(date, status) : told(reading, trigger, status);
    if (date.isPresent() && status == ReportStatus.REPORTED) {
      paragraphDay = Optional.of(interval);
    }
    if (isHistory(interval)) {
      return Optional.empty();
    }
    Optional<Located> located = scopes.locate(reading, mention, trigger.rule(), arguments);
    if (located.isEmpty() || located.get().scopes().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            trigger.rule(),
            status,
            located.get(),
            interval,
            date.isPresent(),
            party(reading, arguments.subject()),
            party(reading, arguments.object()),
            figure(reading, mention, arguments),
            Attribution.of(reading, clean.text()),
            List.of(Quotation.of(clean, reading, mention)),
            confidence(located.get(), date.isPresent(), arguments),
            focus.sentence(),
            isDefinite(reading, mention, trigger),
            reading.sentence().size() > 0 && FRESH.contains(reading.sentence().token(0).word())));
  }

  /** {@code the talks}, {@code these clashes}: what was told before. */
  private static boolean isDefinite(Reading reading, Mention at, Trigger trigger) {
    if (trigger.form().isVerb()) {
      return false;
    }
    for (int i = Math.max(0, at.from() - 2); i < at.from(); i++) {
      if (POINTERS.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** In a paragraph that tells of a day, what follows in the past tense happened on that day. */
  private Interval told(Reading reading, Trigger trigger, ReportStatus status) {
    boolean past = trigger.form() == Form.PAST || trigger.form() == Form.PAST_OR_PARTICIPLE;
    boolean perfect = false;
    for (Token token : reading.sentence().tokens()) {
      perfect |= token.is("has") || token.is("have");
    }
    return past && !perfect && status == ReportStatus.REPORTED && paragraphDay.isPresent()
        ? paragraphDay.get()
        : interval(Optional.empty(), status);
  }

  private Interval interval(Optional<DateMention> date, ReportStatus status) {
    if (date.isEmpty()) {
      return new Interval(published, published, oxus.schemas.Precision.UNKNOWN);
    }
    return status == ReportStatus.PLANNED ? date.get().future() : date.get().past();
  }

  private boolean isHistory(Interval interval) {
    return interval.to().isBefore(published.minusDays(HISTORY_DAYS));
  }

  /** {@code due in August}, or a month that without a year would lie long before publication. */
  private boolean isOfPlan(Reading reading, DateMention date) {
    for (int i = Math.max(0, date.from() - 3); i < date.from(); i++) {
      if (DUE.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    boolean yearless = !date.past().equals(date.future());
    return yearless && date.past().to().isBefore(published.minusDays(200));
  }

  /** The date of the trigger's clause, else the nearest of the sentence. */
  private Optional<DateMention> nearestDate(Reading reading, Mention at, ReportStatus status) {
    DateMention best = null;
    int nearest = Integer.MAX_VALUE;
    for (DateMention date : reading.dates()) {
      if (isOfPlan(reading, date) && status == ReportStatus.REPORTED) {
        continue;
      }
      int gap = date.from() >= at.to() ? date.from() - at.to() : at.from() - date.to();
      int distance = Math.max(0, gap) + 10 * reading.boundaries(date.from(), at.from());
      if (distance < nearest) {
        nearest = distance;
        best = date;
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Party> party(Reading reading, Optional<Mention> mention) {
    return mention.map(found -> party(reading, found));
  }

  private Party party(Reading reading, Mention mention) {
    if (mention.entry().actor().isPresent()) {
      Actor actor = mention.entry().actor().get();
      return new Party(actor.id(), actor.country().orElse(actor.id()));
    }
    int from = mention.from();
    String country = mention.entry().country().orElse("");
    Mention before = from > 0 ? reading.at(from - 1) : null;
    if (before != null && before.is(Kind.NATIONAL)) {
      from = before.from();
      country = before.entry().country().orElse("");
    } else if (before != null && before.entry().actor().isPresent()) {
      from = before.from();
      Actor actor = before.entry().actor().get();
      country = actor.country().orElse(actor.id());
    }
    int start = reading.sentence().token(from).start();
    int end = reading.sentence().token(mention.to() - 1).end();
    return new Party(clean.text().substring(start, end), country);
  }

  private static Optional<Figure> figure(Reading reading, Mention at, Arguments arguments) {
    FigureMention best = null;
    int nearest = 14;
    for (FigureMention figure : reading.figures()) {
      boolean counts = covers(figure, arguments.subject()) || covers(figure, arguments.object());
      int gap = figure.from() >= at.to() ? figure.from() - at.to() : at.from() - figure.to();
      int distance =
          Math.max(0, gap) + 7 * reading.boundaries(figure.from(), at.from()) - (counts ? 10 : 0);
      if (distance < nearest) {
        nearest = distance;
        best = figure;
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.figure());
  }

  private static boolean covers(FigureMention figure, Optional<Mention> argument) {
    return argument.isPresent()
        && figure.from() < argument.get().to()
        && argument.get().from() < figure.to() + 2;
  }

  private static int confidence(Located located, boolean dated, Arguments arguments) {
    int confidence = 600;
    confidence += located.inferred() ? 0 : 130;
    confidence += dated ? 80 : 0;
    confidence += arguments.score() > 85 ? 80 : 0;
    return confidence + (arguments.subject().isPresent() ? 50 : 0);
  }
}
