package oxus.ingest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One sign too few, too many or a wrong one: a broken feed is refused whole, never read in part.
 */
class MalformedFeedsTest {
  private static final List<String> XML =
      List.of(plain(Samples.RSS), plain(Samples.ATOM), plain(Samples.NEWSML));
  private static final List<String> JSON =
      List.of(Samples.JSON_FEED, Samples.NINJS, Samples.NINJS_3);

  /** What damages a tag wherever it stands, by the sign and what takes its place. */
  private static final List<Damage> OF_XML =
      List.of(
          new Damage("<(?=[a-zA-Z][^>]*[^/]>)", ""),
          new Damage("<(?=[a-zA-Z])", "<<"),
          new Damage("</", "<"),
          new Damage("</(\\w)", "</x$1"),
          new Damage("=\"", "="),
          new Damage("<(?=[a-zA-Z])", "< "),
          new Damage("</", "\u0001</"),
          new Damage("(?<=\\w)>(?=[^<\\s])", " a>"));

  private static final List<Damage> OF_JSON =
      List.of(
          new Damage("(?<=[\\s\\S])[{\\[]", ""),
          new Damage("[}\\]]", ""),
          new Damage("[}\\]]", ",$0"),
          new Damage("\": ", "\" "),
          new Damage("\": ", "': "),
          new Damage(": \"", ": \"\u0001"),
          new Damage(": \"", ": \"\\\\q"),
          new Damage("\", ", "\" "),
          new Damage("\", ", "\",, "));

  private record Damage(String where, String instead) {}

  /** Without sections in which nothing is a tag. */
  private static String plain(String sample) {
    return sample.replaceAll("(?s)<!\\[CDATA\\[.*?]]>", "text");
  }

  @Test
  void refusesSomeHundredMalformedFeedsByTheNameOfTheirFault() {
    Set<String> xml = damaged(XML, OF_XML);
    Set<String> json = damaged(JSON, OF_JSON);

    assertThat(xml.size() + json.size()).isGreaterThan(300);
    assertThat(xml).filteredOn(feed -> !isRefused(feed, FeedFault.MALFORMED_XML)).isEmpty();
    assertThat(json).filteredOn(feed -> !isRefused(feed, FeedFault.MALFORMED_JSON)).isEmpty();
  }

  private static Set<String> damaged(List<String> samples, List<Damage> damages) {
    Set<String> damaged = new LinkedHashSet<>();
    for (String sample : samples) {
      for (Damage damage : damages) {
        Matcher found = Pattern.compile(damage.where()).matcher(sample.strip());
        while (found.find()) {
          StringBuilder feed = new StringBuilder();
          Matcher here = Pattern.compile(damage.where()).matcher(sample.strip());
          here.find(found.start());
          here.appendReplacement(feed, damage.instead());
          here.appendTail(feed);
          damaged.add(feed.toString());
        }
      }
    }
    return damaged;
  }

  private static boolean isRefused(String feed, FeedFault fault) {
    try {
      FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), Optional.empty());
      return false;
    } catch (UnreadableFeedException e) {
      return e.fault() == fault;
    }
  }
}
