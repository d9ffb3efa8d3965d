package oxus.alerts.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import oxus.alerts.Examples;
import oxus.alerts.Hostile;
import oxus.alerts.console.Posted;
import oxus.schemas.ThreatLevelChange;

class AtomFeedTest {
  final Masthead live = new Masthead(Examples.theatre(), false, "http://127.0.0.1:8080");
  final Masthead exercise = new Masthead(Examples.theatre(), true, "http://127.0.0.1:8080");
  final AtomFeed.Page page =
      page(
          change("XA-XB/NORTH", 2, SEVERE, MODERATE),
          change("XA-XB/SOUTH", 1, LOW, MODERATE),
          change("XA-XB/NORTH", 1, LOW, SEVERE));

  @Test
  void isValidWithAndWithoutEntries() {
    assertThat(Xml.atomFaults(AtomFeed.ofChanges(live, page))).isEmpty();
    assertThat(Xml.atomFaults(AtomFeed.ofCapMessages(exercise, page))).isEmpty();
    assertThat(Xml.atomFaults(AtomFeed.ofChanges(live, page()))).isEmpty();
  }

  @Test
  void isInvalidWithoutWhatTheStandardAsksFor() {
    String feed = AtomFeed.ofChanges(live, page);

    assertThat(Xml.atomFaults(feed.replaceFirst("<updated>[^<]*</updated>", ""))).isNotEmpty();
    assertThat(Xml.atomFaults(feed.replaceFirst("<author>.*?</author>", ""))).isNotEmpty();
    assertThat(Xml.atomFaults(feed.replace("type=\"text\"", "type=\"html\""))).isNotEmpty();
  }

  @Test
  void givesEachChangeAnIdThatIsTheSameInEveryFeedThatHasIt() {
    Document whole = Xml.parse(AtomFeed.ofChanges(live, page));
    Document other =
        Xml.parse(
            AtomFeed.ofChanges(
                new Masthead(Examples.theatre(), false, "https://oxus.example"),
                page(change("XA-XB/NORTH", 1, LOW, SEVERE))));

    assertThat(Xml.texts(whole, "id"))
        .doesNotHaveDuplicates()
        .containsAll(Xml.texts(other, "id"))
        .contains("tag:oxuswatch.org,2021:change/XA-XB%2FNORTH%231");
  }

  @Test
  void tellsAnExerciseInTitlesCategoriesAndIds() {
    Document feed = Xml.parse(AtomFeed.ofChanges(exercise, page));

    assertThat(Xml.texts(feed, "title")).allMatch(title -> title.startsWith("EXERCISE – "));
    assertThat(Xml.texts(feed, "id"))
        .allMatch(id -> id.startsWith("tag:oxuswatch.org,2021:exercise/"));
    assertThat(Xml.elements(feed, "category"))
        .filteredOn(category -> category.getAttribute("term").equals("exercise"))
        .hasSize(3);
  }

  @Test
  void isUpdatedWhenItsNewestChangeWasKnown() {
    Document feed = Xml.parse(AtomFeed.ofChanges(live, page));

    assertThat(Xml.texts(feed, "updated").get(0)).isEqualTo("2021-06-22T14:00:00Z");
  }

  @Test
  void linksEachFormOfAChangeOnce() {
    Document feed = Xml.parse(AtomFeed.ofChanges(live, page));

    for (Element entry : Xml.elements(feed, "entry")) {
      assertThat(Xml.elements(entry, "link"))
          .filteredOn(link -> link.getAttribute("rel").equals("alternate"))
          .extracting(link -> link.getAttribute("type"))
          .containsExactly("text/html", "application/json", "application/cap+xml");
    }
  }

  static Stream<String> hostileTexts() {
    return Hostile.TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void staysValidWhateverTextIsQuoted(String text) {
    String feed = AtomFeed.ofChanges(live, page(HostileChange.with(text, "https://a.example/1")));

    assertThat(Xml.atomFaults(feed)).isEmpty();
    assertThat(feed)
        .doesNotContain("<script", "<svg", "<img")
        .doesNotContainPattern("[\\x00-\\x08\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]")
        .hasSizeLessThan(20_000);
  }

  static Stream<String> hostileAddresses() {
    return Hostile.ADDRESSES.stream();
  }

  @ParameterizedTest
  @MethodSource("hostileAddresses")
  void linksNoAddressThatNobodyShouldFollow(String address) {
    Document feed = Xml.parse(AtomFeed.ofChanges(live, page(HostileChange.with("x", address))));

    assertThat(Xml.elements(feed, "link"))
        .extracting(link -> link.getAttribute("href"))
        .allMatch(href -> href.startsWith("http://127.0.0.1:8080/"));
  }

  private static AtomFeed.Page page(ThreatLevelChange... newestFirst) {
    List<Posted> posted =
        Stream.of(newestFirst).map(change -> new Posted(change.getSequence(), change)).toList();
    return new AtomFeed.Page(
        posted, "/feeds/changes.atom", "/feeds/changes.atom", Optional.of("/feeds?before=1"));
  }
}
