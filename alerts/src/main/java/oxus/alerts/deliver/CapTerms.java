package oxus.alerts.deliver;

import oxus.schemas.ThreatLevel;

/**
 * What a level is in the words of the Common Alerting Protocol; docs/feeds.md gives the reasons.
 */
record CapTerms(String severity, String urgency, String certainty, String responseType) {

  static CapTerms of(ThreatLevel level) {
    return switch (level) {
      case LOW -> new CapTerms("Minor", "Past", "Unlikely", "AllClear");
      case MODERATE -> new CapTerms("Minor", "Future", "Possible", "Monitor");
      case SUBSTANTIAL -> new CapTerms("Moderate", "Expected", "Likely", "Prepare");
      case SEVERE -> new CapTerms("Severe", "Expected", "Likely", "Avoid");
      case CRITICAL -> new CapTerms("Extreme", "Immediate", "Likely", "Avoid");
    };
  }
}
