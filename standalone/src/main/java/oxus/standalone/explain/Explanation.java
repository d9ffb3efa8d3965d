package oxus.standalone.explain;

import java.util.Optional;
import oxus.alerts.history.AsKnown;
import oxus.alerts.history.Found;
import oxus.schemas.Outlook;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;

/**
 * Why a sector's level is what it is at a moment, by what was known then.
 *
 * @param subject what was asked about: a sector's or a change's id
 * @param asked the change that was asked about
 */
public record Explanation(String subject, Optional<ThreatLevelChange> asked, AsKnown known) {

  Optional<ThreatLevelChange> lastChange() {
    return known.lastChange().map(Found::record);
  }

  Optional<SectorAssessment> assessment() {
    return known.assessment();
  }

  /** The change that has followed on the one asked about by then. */
  Optional<String> supersededBy() {
    return asked
        .flatMap(change -> lastChange())
        .map(ThreatLevelChange::getChangeId)
        .filter(last -> !last.equals(subject));
  }

  /**
   * What would move the level. It is reckoned where the level may have moved; between, the one of
   * the last change is what there is.
   */
  Optional<Outlook> outlook() {
    return assessment()
        .flatMap(SectorAssessment::getOutlook)
        .or(() -> lastChange().flatMap(ThreatLevelChange::getOutlook));
  }

  /** Whether the outlook is that of the last change, not of the assessment. */
  boolean isOutlookOlder() {
    return assessment().flatMap(SectorAssessment::getOutlook).isEmpty();
  }
}
