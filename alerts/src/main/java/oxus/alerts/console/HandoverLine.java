package oxus.alerts.console;

import oxus.alerts.work.ChangeWork;
import oxus.schemas.ThreatLevelChange;

/** A raised sector with the change that raised it and who has it in hand. */
record HandoverLine(ThreatLevelChange change, ChangeWork work) {}
