package oxus.standalone.explain;

import java.time.LocalDate;
import oxus.schemas.CitedReport;
import oxus.schemas.ConditionMet;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
import oxus.schemas.FigureClaim;
import oxus.schemas.GradeStep;
import oxus.schemas.Qualifier;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.RuleHeld;

/** Reads the evidence in a run's line back into records; what the line does not tell is blank. */
final class EvidenceReader {
  private EvidenceReader() {}

  static Contribution contribution(Entry entry) {
    return new Contribution(
        entry.text("incident"),
        entry.constant(EventType.class, "type"),
        entry.constant(ReportStatus.class, "status"),
        entry.constant(Relation.class, "relation"),
        entry.text("place"),
        LocalDate.parse(entry.text("occurredFrom")),
        LocalDate.parse(entry.text("occurredTo")),
        entry.micro("weight"),
        entry.text("grade"),
        Math.toIntExact(entry.whole("sources")),
        Math.toIntExact(entry.whole("reportCount")),
        entry.flag("disputed"),
        entry.list("reports", EvidenceReader::report),
        entry.list("figures", EvidenceReader::claim),
        entry.texts("deniedBy"),
        entry.list("grades", EvidenceReader::grade),
        entry.texts("rulings"));
  }

  private static CitedReport report(Entry entry) {
    return new CitedReport(
        entry.text("event"),
        "",
        "",
        entry.text("source"),
        entry.constant(Reliability.class, "reliability"),
        "",
        entry.optional("wire").orElse(null),
        entry.optional("url").orElse(null),
        entry.time("publishedAt"),
        entry.time("publishedAt"),
        entry.constant(ReportStatus.class, "status"),
        entry.object("figure", EvidenceReader::figure).orElse(null),
        entry.optional("attributedTo").orElse(null),
        entry.text("quote"),
        entry.flag("verbatim"));
  }

  private static Figure figure(Entry entry) {
    return new Figure(
        entry.optionalWhole("min").orElse(null),
        entry.optionalWhole("max").orElse(null),
        entry.constant(Qualifier.class, "qualifier"),
        entry.text("unit"));
  }

  private static FigureClaim claim(Entry entry) {
    return new FigureClaim(
        entry.text("unit"),
        entry.optionalWhole("min").orElse(null),
        entry.optionalWhole("max").orElse(null),
        entry.texts("voices"));
  }

  private static GradeStep grade(Entry entry) {
    return new GradeStep(entry.time("at"), entry.text("grade"), entry.text("why"));
  }

  static RuleHeld rule(Entry entry) {
    return new RuleHeld(
        entry.text("rule"),
        entry.text("meaning"),
        entry.level("floor"),
        entry.time("until"),
        entry.texts("incidents"),
        entry.micro("factor"),
        entry.list(
            "conditions",
            condition ->
                new ConditionMet(condition.text("condition"), condition.texts("incidents"))));
  }
}
