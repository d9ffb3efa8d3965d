package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a text strings together, its dates are whole and follow one another. */
class DateFinderProperties {

  @Property
  void datesFollowOneAnotherAndEndAfterTheyStart(
      @ForAll("texts") List<String> sentences, @ForAll("days") LocalDate published) {
    DateFinder finder = new DateFinder(published);

    for (String sentence : sentences) {
      int end = 0;
      for (DateMention date : finder.find(Tokeniser.tokenise(sentence, 0, sentence.length()))) {
        assertThat(date.from()).isGreaterThanOrEqualTo(end).isLessThan(date.to());
        assertThat(date.past().from()).isBeforeOrEqualTo(date.past().to());
        assertThat(date.future().from()).isBeforeOrEqualTo(date.future().to());
        end = date.to();
      }
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of(
            "June",
            "May",
            "Aug.",
            "29 February",
            "5",
            "31",
            "22nd",
            "fifth",
            "twenty",
            "2021",
            "1997",
            "-",
            ",",
            "/",
            "2021-06-22",
            "30.04.2021",
            "to",
            "and",
            "the",
            "of",
            "in",
            "by",
            "since",
            "until",
            "between",
            "from",
            "before",
            "after",
            "on",
            "last",
            "next",
            "this",
            "past",
            "previous",
            "following",
            "same",
            "that",
            "early",
            "mid",
            "late",
            "end",
            "beginning",
            "first",
            "second",
            "half",
            "quarter",
            "week",
            "month",
            "year",
            "day",
            "days",
            "weeks",
            "years",
            "decade",
            "century",
            "1990s",
            "summer",
            "winter",
            "fall",
            "Monday",
            "Friday",
            "night",
            "weekend",
            "yesterday",
            "overnight",
            "ago",
            "earlier",
            "later",
            "within",
            "a",
            "few",
            "couple",
            "some",
            "two",
            "three",
            "or",
            "so",
            "eve",
            "hours",
            "time",
            "now",
            "when",
            "convoy",
            "20")
        .list()
        .ofMaxSize(14)
        .map(words -> String.join(" ", words))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 800)
        .map(day -> LocalDate.of(2020, 1, 1).plusDays(day));
  }
}
