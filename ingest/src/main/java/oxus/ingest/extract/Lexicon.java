package oxus.ingest.extract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import oxus.ingest.extract.PhraseTrie.Case;
import oxus.schemas.PlaceKind;
import oxus.theatre.Actor;
import oxus.theatre.Border;
import oxus.theatre.Place;
import oxus.theatre.Theatre;

/** Everything that the extractor knows of words: its own lexicon and rules, and the theatre. */
final class Lexicon {
  private final PhraseTrie trie = new PhraseTrie();
  private final List<Rule> rules;
  private final Set<String> abbreviations;
  private final Set<String> functionWords;
  private final Set<String> vocabulary = new HashSet<>();
  private final WeighedRules weighedRules;
  private final Weigher weigher;
  private final Sieve sieve;

  private Lexicon(
      List<Rule> rules,
      WeighedRules weighedRules,
      Set<String> abbreviations,
      Set<String> functionWords,
      Weigher weigher,
      Sieve sieve) {
    this.rules = List.copyOf(rules);
    this.weighedRules = weighedRules;
    this.weigher = weigher;
    this.sieve = sieve;
    this.abbreviations = Set.copyOf(abbreviations);
    this.functionWords = Set.copyOf(functionWords);
    this.vocabulary.addAll(functionWords);
  }

  /** The lexicon of a theatre, with the shipped weights of words. */
  static Lexicon of(Theatre theatre) {
    return of(theatre, WordWeights.shipped(features()), SieveWeights.shipped());
  }

  /** What the weighing of words looks at. */
  static Features features() {
    Object words = Resource.map("grammar.yaml").get("function-words");
    return new Features(
        WordClasses.shipped(), new TreeSet<>(Resource.texts(words, "function-words")));
  }

  /** The lexicon of a theatre, reporting all that is found. */
  static Lexicon of(Theatre theatre, Weigher weigher) {
    return of(theatre, weigher, (signs, told) -> new int[told.size()]);
  }

  static Lexicon of(Theatre theatre, Weigher weigher, Sieve sieve) {
    Map<String, Object> words = Resource.map("lexicon.yaml");
    Map<String, Object> grammar = Resource.map("grammar.yaml");
    Map<String, List<String>> irregular = irregular(grammar);
    Inflector inflector = new Inflector(irregular);
    RuleReader reader = RuleReader.read(inflector);
    Lexicon lexicon =
        new Lexicon(
            reader.rules(),
            new WeighedRules(reader.rules(), irregular),
            new TreeSet<>(Resource.texts(grammar.get("abbreviations"), "abbreviations")),
            new TreeSet<>(Resource.texts(grammar.get("function-words"), "function-words")),
            weigher,
            sieve);
    reader
        .patterns()
        .forEach(
            pattern -> lexicon.add(pattern.words(), Case.ANY, Entry.ofTrigger(pattern.trigger())));
    lexicon.addKinds(words, inflector);
    lexicon.addTheatre(theatre);
    return lexicon;
  }

  PhraseTrie trie() {
    return trie;
  }

  List<Rule> rules() {
    return rules;
  }

  Set<String> abbreviations() {
    return abbreviations;
  }

  Set<String> functionWords() {
    return functionWords;
  }

  Weigher weigher() {
    return weigher;
  }

  Sieve sieve() {
    return sieve;
  }

  WeighedRules weighedRules() {
    return weighedRules;
  }

  boolean knows(String word) {
    return vocabulary.contains(word);
  }

  private void addKinds(Map<String, Object> words, Inflector inflector) {
    for (Map.Entry<String, Object> section : words.entrySet()) {
      String name = section.getKey();
      boolean verbs = name.endsWith(" verbs");
      boolean nouns = name.endsWith(" nouns");
      Kind kind = Kind.named(name.replace(" verbs", "").replace(" nouns", ""));
      for (String phrase : Resource.texts(section.getValue(), name)) {
        if (verbs) {
          inflector.verb(phrase).keySet().forEach(form -> addKind(form, kind));
        } else if (nouns) {
          inflector.noun(phrase).forEach(form -> addKind(form, kind));
        } else {
          addKind(phrase, kind);
        }
      }
    }
  }

  private void addKind(String phrase, Kind kind) {
    add(Words.of(phrase), Case.ANY, Entry.ofKind(kind));
  }

  private void addTheatre(Theatre theatre) {
    Bearings bearings = new Bearings(theatre);
    for (Place place : theatre.gazetteer().places()) {
      boolean abroad = bearings.hub().isPresent() && !bearings.isHub(place.country());
      long kinds = kindOf(place.kind()).bit() | (abroad ? Kind.ABROAD.bit() : 0);
      Entry entry = Entry.ofPlace(kinds, place);
      place.spellings().forEach(spelling -> addName(spelling, entry));
    }
    ActorKinds kinds = new ActorKinds(theatre, trie);
    for (Actor actor : theatre.actors().actors()) {
      for (String spelling : actor.spellings()) {
        addName(spelling, Entry.ofActor(kinds.of(actor, spelling), actor));
      }
      Entry people = Entry.ofPeople(actor);
      if (actor.country().isPresent()) {
        Entry national = Entry.ofNational(actor, kinds.ofAdjective(actor));
        actor.adjectives().forEach(adjective -> addName(adjective, national));
        actor.adjectives().forEach(adjective -> addName(adjective + "s", people));
      } else {
        actor.adjectives().forEach(adjective -> addName(adjective, Entry.ofKind(Kind.SOIL)));
      }
    }
    for (String part : theatre.name().split("[–/,]", -1)) {
      addRegion(part.strip(), theatre);
    }
    for (Border border : theatre.borders()) {
      border.names().forEach(name -> addName(name, Entry.ofBorder(border)));
    }
  }

  /** {@code Central Asia} of the theatre's name, unless it is the name of one of its countries. */
  private void addRegion(String region, Theatre theatre) {
    if (!region.isEmpty() && theatre.actors().bySpelling(region).isEmpty()) {
      addName(region, Entry.ofKind(Kind.SOIL));
      addName(region + "n", Entry.ofKind(Kind.SOIL));
    }
  }

  private void addName(String spelling, Entry entry) {
    List<String> words = Words.of(spelling);
    if (!words.isEmpty()) {
      add(words, writing(spelling), entry);
    }
  }

  private void add(List<String> words, Case writing, Entry entry) {
    trie.add(words, writing, entry);
    vocabulary.addAll(words);
  }

  private static Case writing(String spelling) {
    boolean letters = spelling.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    if (letters && spelling.length() <= 4) {
      return Case.UPPER;
    }
    char first = spelling.charAt(0);
    return first >= 'a' && first <= 'z' ? Case.ANY : Case.CAPITAL;
  }

  private static Kind kindOf(PlaceKind kind) {
    return switch (kind) {
      case CROSSING -> Kind.CROSSING;
      case POST -> Kind.POST;
      case CITY -> Kind.CITY;
      case DISTRICT -> Kind.DISTRICT;
      case PROVINCE -> Kind.PROVINCE;
      case RIVER -> Kind.RIVER;
      case COUNTRY -> Kind.COUNTRY;
      case OTHER -> Kind.AREA;
    };
  }

  private static Map<String, List<String>> irregular(Map<String, Object> grammar) {
    Map<String, List<String>> irregular = new LinkedHashMap<>();
    Resource.map(grammar.get("irregular"), "irregular")
        .forEach(
            (verb, forms) -> irregular.put(verb, List.of(String.valueOf(forms).split(" ", -1))));
    return irregular;
  }
}
