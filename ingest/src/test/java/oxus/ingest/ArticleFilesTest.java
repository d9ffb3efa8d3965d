package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.ingest.article.Draft;

class ArticleFilesTest {
  private static final String NINJS =
      """
      [{"uri": "urn:wire:1", "headline": "Gate", "body_xhtml": "<p>The gate was <b>closed</b>.</p>",
        "firstcreated": "2021-06-22T10:00:00Z", "infosources": [{"name": "Wire"}]},
       {"uri": "urn:wire:2", "headline": "Undated", "body_text": "Text.", "infosources": [{"name": "Wire"}]},
       {"uri": "urn:wire:3", "headline": "Nobody's", "body_text": "Text.", "firstcreated": "2021-06-22T10:00:00Z"}]
      """;
  private static final String NEWSML =
      """
      <newsItem guid="https://news.test/a?utm_source=x" xmlns="http://iptc.org/std/nar/2006-10-01/">
      <itemMeta><provider><name>Agency</name></provider><versionCreated>2021-06-23T11:00:00Z</versionCreated></itemMeta>
      <contentMeta><headline>Bridge</headline></contentMeta>
      <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The bridge was shut.</p></body></html></inlineXML></contentSet></newsItem>
      """;
  private static final String OURS =
      "{\"url\":\"https://news.test/b\",\"title\":\"T\",\"body\":\"B\",\"source\":\"S\",\"publishedAt\":\"2021-06-24\"}";

  @Test
  void readsNewsFormatsBesideOurOwnAndNamesItemsThatCannotBeUsed(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("1.json"), NINJS);
    Files.writeString(folder.resolve("2.xml"), NEWSML);
    Files.writeString(folder.resolve("3.json"), OURS);
    Files.writeString(folder.resolve("4.xml"), "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");

    ArticleFiles.Reading reading =
        new ArticleFiles(Optional.empty(), Optional.empty(), Optional.empty()).read(folder);

    assertThat(reading.drafts()).extracting(Draft::source).containsExactly("Wire", "Agency", "S");
    assertThat(reading.drafts())
        .extracting(Draft::body)
        .containsExactly("The gate was closed.", "The bridge was shut.", "B");
    assertThat(reading.drafts().get(1).url()).contains("https://news.test/a");
    assertThat(reading.drafts().get(1).published().at())
        .isEqualTo(Instant.parse("2021-06-23T11:00:00Z"));
    assertThat(reading.problems())
        .extracting(Object::toString)
        .satisfiesExactly(
            undated -> assertThat(undated).contains("1.json", "'urn:wire:2' tells no date"),
            nobodys -> assertThat(nobodys).contains("1.json", "'urn:wire:3' names no publisher"),
            bomb -> assertThat(bomb).contains("4.xml", "HAS_DTD"));
  }
}
