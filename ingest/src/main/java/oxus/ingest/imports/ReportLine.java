package oxus.ingest.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oxus.ingest.imports.Told.Teller;
import oxus.ingest.imports.Told.Toll;
import oxus.schemas.Precision;
import oxus.schemas.ReportStatus;

/** A report as a line of JSON with the columns of a scenario, which a replay reads. */
final class ReportLine {
  private static final JsonFactory JSON = new JsonFactory();

  private ReportLine() {}

  static String of(RowJudge.Judged judged, String id, Teller teller) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      Told told = judged.told();
      json.writeStringField("report_id", id);
      json.writeStringField("published_at", told.known().toString());
      json.writeStringField("source", teller.source());
      json.writeStringField("source_url", teller.url());
      json.writeStringField("type", judged.type().name());
      json.writeStringField("status", judged.rule().status().name());
      json.writeStringField("scope", String.join("|", judged.where().scopes()));
      json.writeStringField("place", judged.where().place());
      occurrence(json, judged);
      json.writeStringField("initiator", told.initiator().name());
      json.writeStringField("target", told.target().name());
      if (told.toll().isPresent()) {
        toll(json, told.toll().get());
      }
      json.writeStringField("attributed_to", told.coding().attributedTo());
      json.writeStringField("headline_own_words", words(judged));
      json.writeStringField("coded_by", told.coding().coder());
      json.writeNumberField("confidence", told.coding().confidence());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** The coder's words, else what the codes mean: texts of others are not carried over. */
  private static String words(RowJudge.Judged judged) {
    Told told = judged.told();
    if (!told.coding().words().isEmpty()) {
      return told.coding().words();
    }
    String parties =
        Stream.of(told.initiator(), told.target())
            .map(Told.Party::name)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    String place = told.spot().name();
    return told.coding().label()
        + (judged.rule().means().isEmpty() ? "" : ", " + judged.rule().means())
        + (parties.isEmpty() ? "" : ": " + parties)
        + (place.isEmpty() ? "" : ", at " + place);
  }

  /** The day of a plan is that of its telling: these tables do not say when it is to be. */
  private static void occurrence(JsonGenerator json, RowJudge.Judged judged) throws IOException {
    Told.Occurrence occurrence = judged.told().occurrence();
    Precision precision =
        judged.rule().status() == ReportStatus.PLANNED ? Precision.UNKNOWN : occurrence.precision();
    json.writeStringField("occurred_from", occurrence.from().toString());
    json.writeStringField("occurred_to", occurrence.to().toString());
    json.writeStringField("precision", precision.name().toLowerCase(Locale.ROOT));
  }

  private static void toll(JsonGenerator json, Toll toll) throws IOException {
    json.writeStringField("quantity_min", toll.least());
    json.writeStringField("quantity_max", toll.most());
    json.writeStringField("unit", toll.unit());
  }
}
