package oxus.standalone.story;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import oxus.alerts.deliver.ChangeJson;
import oxus.schemas.ChangeReason;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Yaml;

/**
 * What a story may expect of a contribution and of a change, field by field, each in the form in
 * which it is compared and shown.
 */
final class Fields {
  /** Reads a field's value, complains of what it cannot be, and brings it into its one form. */
  interface Form {
    String read(Yaml yaml);
  }

  static final Map<String, Form> OF_CONTRIBUTION = ofContribution();
  static final Map<String, Form> OF_CHANGE = ofChange();

  private Fields() {}

  private static Map<String, Form> ofContribution() {
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put("incident", Yaml::text);
    forms.put("type", yaml -> yaml.choice(EventType.class).name());
    forms.put("status", yaml -> yaml.choice(ReportStatus.class).name());
    forms.put("relation", yaml -> yaml.choice(Relation.class).name());
    forms.put("place", Yaml::text);
    forms.put("grade", Fields::grade);
    forms.put("sources", Fields::number);
    forms.put("reports", Fields::number);
    forms.put("disputed", Fields::flag);
    forms.put("weight", Fields::number);
    return Collections.unmodifiableMap(forms);
  }

  static Map<String, String> of(Contribution contribution) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("incident", contribution.getIncident());
    fields.put("type", contribution.getType().name());
    fields.put("status", contribution.getStatus().name());
    fields.put("relation", contribution.getRelation().name());
    fields.put("place", contribution.getPlace());
    fields.put("grade", contribution.getGrade());
    fields.put("sources", Integer.toString(contribution.getSources()));
    fields.put("reports", Integer.toString(contribution.getReportCount()));
    fields.put("disputed", Boolean.toString(contribution.getDisputed()));
    fields.put("weight", ChangeJson.decimal(contribution.getWeight()));
    return fields;
  }

  private static Map<String, Form> ofChange() {
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put("at", yaml -> StoryReader.instant(yaml).toString());
    forms.put("from", yaml -> yaml.choice(ThreatLevel.class).name());
    forms.put("to", yaml -> yaml.choice(ThreatLevel.class).name());
    forms.put("reason", yaml -> yaml.choice(ChangeReason.class).name());
    return Collections.unmodifiableMap(forms);
  }

  static Map<String, String> of(ThreatLevelChange change) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("at", change.getAt().toString());
    fields.put("from", change.getFrom().name());
    fields.put("to", change.getTo().name());
    fields.put("reason", change.getReason().name());
    return fields;
  }

  /** Whether everything that is expected is so. */
  static boolean agree(Map<String, String> expected, Map<String, String> seen) {
    return seen.entrySet().containsAll(expected.entrySet());
  }

  private static String grade(Yaml yaml) {
    if (!yaml.text().matches("[A-F][1-6]")) {
      yaml.problem("'" + yaml.text() + "' is no grade", "write reliability and credibility: B2");
    }
    return yaml.text();
  }

  /** In its shortest form: 2.50 is 2.5. */
  private static String number(Yaml yaml) {
    return yaml.number().signum() == 0 ? "0" : yaml.number().stripTrailingZeros().toPlainString();
  }

  private static String flag(Yaml yaml) {
    if (!Arrays.asList("true", "false").contains(yaml.text())) {
      yaml.problem("'" + yaml.text() + "' is neither true nor false", "write one of them");
    }
    return yaml.text();
  }
}
