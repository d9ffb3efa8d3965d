package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import oxus.ingest.extract.Dating.When;
import oxus.ingest.extract.Note.Outcome;

/** Puts into words how an event was found, or why there is none. */
final class Notes {
  private Notes() {}

  static Note skipped(CleanText clean, Sentence sentence, String reason) {
    return note(Outcome.SKIPPED, clean, sentence, "", "", reason, List.of());
  }

  static Note discarded(CleanText clean, Reading reading, Mention at, Rule rule, String reason) {
    String words = words(clean, reading.sentence(), at);
    return note(Outcome.DISCARDED, clean, reading.sentence(), words, rule.id(), reason, List.of());
  }

  static Note outweighed(CleanText clean, Reading reading, Rule rule, int sum) {
    String reason = "the words of the sentence speak against it; sum " + sum;
    return note(Outcome.DISCARDED, clean, reading.sentence(), "", rule.id(), reason, List.of());
  }

  static Note weighed(CleanText clean, Reading reading, Mention at, Rule rule, String reasons) {
    String words = words(clean, reading.sentence(), at);
    return note(Outcome.WEIGHED, clean, reading.sentence(), words, rule.id(), reasons, List.of());
  }

  static Note found(
      CleanText clean,
      Reading reading,
      Mention at,
      Candidate candidate,
      Arguments arguments,
      When when) {
    Sentence sentence = reading.sentence();
    List<String> details = new ArrayList<>();
    arguments
        .subject()
        .ifPresent(subject -> details.add("subject " + words(clean, sentence, subject)));
    arguments.object().ifPresent(object -> details.add("object " + words(clean, sentence, object)));
    details.add(arguments.passive() ? "passive" : "active or noun");
    details.add(place(candidate.located()));
    details.add(date(clean, sentence, when));
    details.add("confidence " + candidate.confidence());
    return note(
        Outcome.FOUND,
        clean,
        sentence,
        words(clean, sentence, at),
        candidate.rule().id(),
        candidate.type() + " " + candidate.status(),
        details);
  }

  /** A denial that takes what it denies from what was told before it. */
  static Note denied(Candidate denial) {
    return new Note(
        Outcome.FOUND,
        denial.evidence().get(0).getQuote(),
        denial.evidence().get(0).getStart().orElse(0),
        "",
        denial.rule().id(),
        denial.type() + " " + denial.status(),
        List.of(place(denial.located()), "what was told before it, denied"));
  }

  static Note merged(Candidate candidate, Candidate into) {
    return new Note(
        Outcome.MERGED,
        candidate.evidence().get(0).getQuote(),
        candidate.evidence().get(0).getStart().orElse(0),
        "",
        candidate.rule().id(),
        "told before at "
            + into.evidence().get(0).getStart().orElse(0)
            + ": "
            + candidate.type()
            + " "
            + candidate.status(),
        List.of());
  }

  static Note sifted(Candidate candidate, int sum) {
    return new Note(
        Outcome.DISCARDED,
        candidate.evidence().get(0).getQuote(),
        candidate.evidence().get(0).getStart().orElse(0),
        "",
        candidate.rule().id(),
        candidate.type()
            + ": beside the article's other events it looks like background, an error or what was"
            + " told before; sum "
            + sum,
        List.of());
  }

  private static String place(Located located) {
    String scopes = String.join(", ", located.scopes());
    String named = located.text().isEmpty() ? "" : " (" + located.text() + ")";
    return "scope " + scopes + named + (located.inferred() ? ", from the sentences before" : "");
  }

  private static String date(CleanText clean, Sentence sentence, When when) {
    String interval = when.interval().from() + ".." + when.interval().to();
    return when.mention()
        .map(
            date ->
                "date "
                    + interval
                    + " from '"
                    + clean
                        .text()
                        .substring(
                            sentence.token(date.from()).start(),
                            sentence.token(date.to() - 1).end())
                    + "'")
        .orElse("date " + interval + ": the sentence has none");
  }

  private static String words(CleanText clean, Sentence sentence, Mention at) {
    return clean
        .text()
        .substring(sentence.token(at.from()).start(), sentence.token(at.to() - 1).end());
  }

  private static Note note(
      Outcome outcome,
      CleanText clean,
      Sentence sentence,
      String trigger,
      String rule,
      String reason,
      List<String> details) {
    String original = clean.original();
    int start = clean.start(sentence.start());
    String passage = original.substring(start, clean.end(sentence.end()));
    return new Note(
        outcome, passage, original.codePointCount(0, start), trigger, rule, reason, details);
  }
}
