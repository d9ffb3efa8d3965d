package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.ingest.extract.Dating.When;
import oxus.ingest.extract.Fit.Misfit;
import oxus.ingest.extract.Modality.Verdict;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/** Finds the events that one sentence reports, given what the article was about so far. */
final class SentenceReader {
  private static final Map<EventType, Set<EventType>> OPPOSITES =
      Map.of(
          EventType.BORDER_CLOSURE, Set.of(EventType.BORDER_REOPENING),
          EventType.BORDER_REOPENING, Set.of(EventType.BORDER_CLOSURE),
          EventType.BORDER_SEIZURE, Set.of(EventType.RECAPTURE),
          EventType.TERRITORY_SEIZURE, Set.of(EventType.RECAPTURE),
          EventType.RECAPTURE, Set.of(EventType.BORDER_SEIZURE, EventType.TERRITORY_SEIZURE));

  private final CleanText clean;
  private final Focus focus;
  private final Dating dating;
  private final ScopeResolver scopes;
  private final Parties parties;
  private final Journal journal;
  private final Weigher weigher;
  private final WeighedRules weighedRules;
  private final boolean single;
  private final EarlierDenied earlierDenied;
  private @Nullable SentenceSigns signs;
  private @Nullable Reading signsOf;

  SentenceReader(
      Lexicon lexicon,
      CleanText clean,
      Focus focus,
      Dating dating,
      ScopeResolver scopes,
      boolean single,
      Journal journal) {
    this.single = single;
    this.weigher = lexicon.weigher();
    this.weighedRules = lexicon.weighedRules();
    this.clean = clean;
    this.focus = focus;
    this.dating = dating;
    this.scopes = scopes;
    this.parties = new Parties(clean);
    this.journal = journal;
    this.earlierDenied = new EarlierDenied(lexicon.weighedRules(), focus, clean, single);
  }

  /** A type that a rule or the words were asked about, and the token that they were asked at. */
  private record Judged(EventType type, int token) {}

  List<Candidate> read(Reading reading) {
    List<Judged> judged = new ArrayList<>();
    List<Candidate> ruled = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      if (!mention.entry().triggers().isEmpty()) {
        candidate(reading, mention, judged).ifPresent(ruled::add);
      }
    }
    return weighed(reading, ruled, judged);
  }

  /**
   * What is left of the rules' events when all the words are weighed, and what they add.
   *
   * @param judged what rules have judged in this sentence, to whatever end
   */
  private List<Candidate> weighed(Reading reading, List<Candidate> ruled, List<Judged> judged) {
    Set<EventType> byRules = EnumSet.noneOf(EventType.class);
    ruled.forEach(candidate -> byRules.add(candidate.type()));
    Weighing weighing = weigher.weigh(reading, byRules);
    Parts parts = new Parts(reading, weighing, single);
    List<Candidate> found = new ArrayList<>();
    for (Candidate candidate : ruled) {
      if (!weighing.refuses(candidate.type(), single)) {
        found.add(weighed(candidate, weighing, parts));
      } else {
        journal.note(
            () ->
                Notes.outweighed(clean, reading, candidate.rule(), weighing.of(candidate.type())));
      }
    }
    for (EventType type : EventType.values()) {
      if (weighing.convinces(type, single)
          && judged.stream().noneMatch(one -> one.type == type)
          && !isContradicted(type, weighing, byRules)) {
        byWords(reading, type, weighing)
            .ifPresent(candidate -> found.add(weighed(candidate, weighing, parts)));
      }
    }
    found.forEach(candidate -> judged.add(new Judged(candidate.type(), candidate.signs().token())));
    parts.forEach(
        (stretch, part) -> {
          for (EventType type : EventType.values()) {
            if (part.convinces(type, single)
                && judged.stream().noneMatch(one -> one.type == type && stretch.has(one.token))) {
              byWords(reading, type, part)
                  .ifPresent(candidate -> found.add(weighed(candidate, weighing, parts)));
            }
          }
        });
    for (Candidate denial : earlierDenied.in(reading, weighing, found, () -> signs(reading))) {
      found.add(weighed(denial, weighing, parts));
      journal.note(() -> Notes.denied(denial));
    }
    return found;
  }

  private static Candidate weighed(Candidate candidate, Weighing weighing, Parts parts) {
    int weight = weighing.of(candidate.type());
    int most = Integer.MIN_VALUE / 2;
    for (EventType type : Weighing.TYPES) {
      if (type != candidate.type()) {
        most = Math.max(most, weighing.of(type));
      }
    }
    int near = parts.at(candidate.signs().token()).of(candidate.type());
    return candidate.weighed(weight, weight - most, near);
  }

  /** A headline says that a gate shut or that it opened: the stronger of the two holds. */
  private boolean isContradicted(EventType type, Weighing weighing, Set<EventType> byRules) {
    return single
        && OPPOSITES.getOrDefault(type, Set.of()).stream()
            .anyMatch(other -> byRules.contains(other) || weighing.of(other) > weighing.of(type));
  }

  private Optional<Candidate> byWords(Reading reading, EventType type, Weighing weighing) {
    for (int token : weighing.tokens(type, reading)) {
      Optional<Candidate> candidate = byWord(reading, type, weighing, token);
      if (candidate.isPresent()) {
        return candidate;
      }
    }
    return Optional.empty();
  }

  private Optional<Candidate> byWord(
      Reading reading, EventType type, Weighing weighing, int token) {
    Mention at = new Mention(token, token + 1, Entry.ofKinds(0));
    Trigger trigger = weighedRules.trigger(type, reading.sentence(), token);
    Fit fit = ArgumentFinder.find(new Surroundings(reading, at), focus, trigger);
    journal.note(() -> Notes.weighed(clean, reading, at, trigger.rule(), weighing.reasons(type)));
    return fit instanceof Arguments arguments
        ? candidate(reading, at, trigger, arguments)
        : Optional.empty();
  }

  /** The event of the rule that fits a trigger best, if its sentence asserts it. */
  private Optional<Candidate> candidate(Reading reading, Mention at, List<Judged> judged) {
    Surroundings around = new Surroundings(reading, at);
    Trigger best = null;
    Arguments arguments = null;
    for (Trigger trigger : at.entry().triggers()) {
      Fit fit = ArgumentFinder.find(around, focus, trigger);
      if (fit instanceof Misfit misfit) {
        discard(reading, at, trigger, misfit.reason());
        continue;
      }
      Arguments found = (Arguments) fit;
      if (arguments == null || found.score() > arguments.score()) {
        discard(reading, at, best, "another rule fits better");
        arguments = found;
        best = trigger;
      } else {
        discard(reading, at, trigger, "another rule fits better");
      }
    }
    if (best == null || arguments == null) {
      return Optional.empty();
    }
    judged.add(new Judged(best.rule().type(), at.from()));
    return candidate(reading, at, best, arguments);
  }

  private Optional<Candidate> candidate(
      Reading reading, Mention at, Trigger trigger, Arguments arguments) {
    Verdict verdict = Modality.judge(reading, trigger, at);
    if (verdict.status().isEmpty()) {
      discard(reading, at, trigger, verdict.reason());
      return Optional.empty();
    }
    When when = dating.of(reading, at, trigger, verdict.status().get());
    ReportStatus status = when.ahead() ? ReportStatus.PLANNED : verdict.status().get();
    if (dating.isHistory(when.interval())) {
      discard(reading, at, trigger, "over a year before publication: " + when.interval().from());
      return Optional.empty();
    }
    Optional<Located> located = scopes.locate(reading, at, trigger.rule(), arguments);
    if (located.isEmpty() || located.get().scopes().isEmpty()) {
      discard(reading, at, trigger, "nothing says which border it bears on");
      return Optional.empty();
    }
    Candidate candidate =
        new Candidate(
            trigger.rule(),
            status,
            located.get(),
            when.interval(),
            when.isDated(),
            arguments.subject().map(subject -> parties.of(reading, subject)),
            arguments.object().map(object -> parties.of(reading, object)),
            Parties.figure(reading, at, arguments),
            Attribution.of(reading, clean.text()),
            List.of(Quotation.of(clean, reading, at)),
            Telling.confidence(located.get(), when.isDated(), arguments),
            focus.sentence(),
            Telling.isDefinite(reading, at, trigger),
            Telling.isFresh(reading),
            signs(reading).of(at, trigger, arguments, status));
    journal.note(() -> Notes.found(clean, reading, at, candidate, arguments, when));
    return Optional.of(candidate);
  }

  /** A sentence's signs are only looked for when it has an event, and then once. */
  private SentenceSigns signs(Reading reading) {
    if (signs == null || signsOf != reading) {
      signs = new SentenceSigns(reading);
      signsOf = reading;
    }
    return signs;
  }

  private void discard(Reading reading, Mention at, @Nullable Trigger trigger, String reason) {
    if (trigger != null) {
      journal.note(() -> Notes.discarded(clean, reading, at, trigger.rule(), reason));
    }
  }
}
