package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Outcome;
import oxus.theatre.Theatre;

/** Turns an article into the border events that it reports; the same article, the same events. */
public final class Extractor {
  private static final String VERSION = "oxus-en-6";

  private final Lexicon lexicon;
  private final Bearings bearings;
  private final EventAssembler assembler;

  public Extractor(Theatre theatre) {
    this(theatre, Lexicon.of(theatre));
  }

  Extractor(Theatre theatre, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.bearings = new Bearings(theatre);
    this.assembler = new EventAssembler(theatre, VERSION);
  }

  /** Which extractor this is; written into every event. */
  public String version() {
    return VERSION;
  }

  /** The events of an article's body, or why there are none. */
  public Extraction extract(Article article) {
    return extract(article, Journal.none());
  }

  /** How an article is read: what gave an event, what did not and why, in the text's order. */
  public List<Note> explain(Article article) {
    Journal journal = Journal.kept();
    Extraction extraction = extract(article, journal);
    return journal.notes().isEmpty() && extraction.outcome() != Outcome.EVENTS
        ? List.of(Note.ofArticle(extraction.reason()))
        : journal.notes();
  }

  private Extraction extract(Article article, Journal journal) {
    Optional<String> complaint = Legibility.complaint(article);
    if (complaint.isPresent()) {
      return Extraction.nothing(Outcome.REJECTED, complaint.get());
    }
    CleanText clean = Normaliser.normalise(article.getBody(), lexicon::knows);
    List<Sentence> sentences = split(clean);
    if (!LanguageGuess.isEnglish(clean.text(), sentences, lexicon.functionWords())) {
      return Extraction.nothing(Outcome.UNSUPPORTED_LANGUAGE, "not-english");
    }
    List<BorderEvent> events = events(article, clean, sentences, journal);
    return events.isEmpty()
        ? Extraction.nothing(Outcome.NO_EVENT, "no-event")
        : new Extraction(Outcome.EVENTS, "-", events);
  }

  private List<BorderEvent> events(
      Article article, CleanText clean, List<Sentence> sentences, Journal journal) {
    List<Sentence> title = split(Normaliser.normalise(article.getTitle(), lexicon::knows));
    ArticleReader reader = new ArticleReader(lexicon, bearings, article, clean, journal);
    Map<String, BorderEvent> events = new LinkedHashMap<>();
    for (Candidate candidate : reader.read(sentences, title)) {
      BorderEvent event = assembler.event(article, candidate);
      events.putIfAbsent(event.getId(), event);
    }
    return new ArrayList<>(events.values());
  }

  private List<Sentence> split(CleanText clean) {
    return SentenceSplitter.split(clean.text(), lexicon.abbreviations());
  }
}
