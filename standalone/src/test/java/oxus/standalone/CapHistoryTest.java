package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Document;
import oxus.alerts.deliver.CapMessage;
import oxus.alerts.deliver.Masthead;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.ThreatLevelChange;
import oxus.standalone.replay.PurePipeline;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** Every change of the summer of 2021 as a CAP message: valid each, and telling one story. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapHistoryTest {
  private final Theatre theatre = TheatreLoader.shipped();
  private final List<ThreatLevelChange> changes = new ArrayList<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Document> messages = new ArrayList<>();

  @BeforeAll
  void replay() throws Exception {
    PurePipeline pipeline =
        new PurePipeline(theatre, judged -> judged.change().ifPresent(changes::add));
    new ReplaySequence(theatre.policy(), Optional.empty(), Optional.empty())
        .of(new Scenarios(theatre).read("summer-2021").events(), List.of())
        .forEach(pipeline::accept);
    Masthead masthead = new Masthead(theatre, true, "http://127.0.0.1:8080");
    for (ThreatLevelChange change : changes) {
      List<ThreatLevelChange> history =
          changes.stream().filter(other -> other.getSector().equals(change.getSector())).toList();
      String text = CapMessage.of(masthead, change, history);
      texts.put(change.getChangeId(), text);
      messages.add(parse(text));
    }
  }

  @Test
  void areAllValidByTheSchemaOfOasis() throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(CapMessage.class.getResource("/oxus/alerts/cap/CAP-v1.2.xsd"));

    assertThat(texts).hasSizeGreaterThan(100);
    for (String text : texts.values()) {
      schema.newValidator().validate(new StreamSource(new StringReader(text)));
    }
  }

  @Test
  void openWithAnAlertGoOnWithUpdatesAndEndWithACancel() {
    Map<String, String> last = new HashMap<>();

    for (Document message : messages) {
      String sector = text(message, "areaDesc");
      String type = text(message, "msgType");
      String before = last.getOrDefault(sector, "Cancel");

      assertThat(type.equals("Alert")).as(sector).isEqualTo(before.equals("Cancel"));
      assertThat(type.equals("Cancel")).as(sector).isEqualTo(event(message).endsWith(" LOW"));
      last.put(sector, type);
    }
    assertThat(messages).extracting(message -> text(message, "msgType")).contains("Cancel");
  }

  @Test
  void referToMessagesThatWereSentBeforeAndAreOfTheSameSector() {
    Map<String, Document> sent = new HashMap<>();

    for (Document message : messages) {
      boolean isAlert = text(message, "msgType").equals("Alert");
      String references = isAlert ? "" : text(message, "references");
      for (String reference : references.split(" ", -1)) {
        if (!isAlert) {
          Document earlier = Objects.requireNonNull(sent.get(reference), reference);
          assertThat(text(earlier, "areaDesc")).isEqualTo(text(message, "areaDesc"));
          assertThat(text(earlier, "sent")).isLessThanOrEqualTo(text(message, "sent"));
        }
      }
      sent.put(
          text(message, "sender") + "," + text(message, "identifier") + "," + text(message, "sent"),
          message);
    }
    assertThat(sent).hasSameSizeAs(messages);
  }

  @Test
  void keepTheRulesThatTheSchemaCannotSay() {
    for (Document message : messages) {
      assertThat(text(message, "identifier")).doesNotContainPattern("[\\s,<&]");
      assertThat(text(message, "sender")).doesNotContainPattern("[\\s,<&]");
      assertThat(text(message, "sent")).endsWith("-00:00");
      assertThat(text(message, "expires")).isGreaterThan(text(message, "effective"));
      assertThat(text(message, "status")).isEqualTo("Exercise");
      assertThat(text(message, "note")).isNotBlank();
      String[] ring = text(message, "polygon").split(" ", -1);
      assertThat(ring.length).isGreaterThanOrEqualTo(4);
      assertThat(ring[0]).isEqualTo(ring[ring.length - 1]);
      assertThat(ring).allMatch(CapHistoryTest::isInTheTheatre);
    }
  }

  /** Latitude first: swapped, no point would be in Central Asia. */
  private static boolean isInTheTheatre(String point) {
    String[] parts = point.split(",", -1);
    double latitude = Double.parseDouble(parts[0]);
    double longitude = Double.parseDouble(parts[1]);
    return latitude > 28 && latitude < 42 && longitude > 58 && longitude < 77;
  }

  private static String event(Document message) {
    return text(message, "event");
  }

  private static String text(Document message, String name) {
    return message.getElementsByTagNameNS("*", name).item(0).getTextContent();
  }

  private static Document parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
