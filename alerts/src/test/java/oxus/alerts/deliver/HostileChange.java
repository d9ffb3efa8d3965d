package oxus.alerts.deliver;

import static oxus.alerts.Examples.changed;
import static oxus.alerts.Examples.contribution;
import static oxus.alerts.Examples.report;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.util.List;
import oxus.schemas.EventType;
import oxus.schemas.ThreatLevelChange;

/** A change in which every text that comes from outside is one text. */
public final class HostileChange {
  private HostileChange() {}

  public static ThreatLevelChange with(String text, String address) {
    return changed("XA-XB/NORTH", 1, LOW, SEVERE)
        .setExplanation(text)
        .setTrigger(text)
        .setContributions(
            List.of(
                contribution(EventType.ARMED_CLASH, 1_000_000)
                    .setPlace(text)
                    .setReports(
                        List.of(
                            report(text)
                                .setUrl(address)
                                .setSourceName(text)
                                .setAttributedTo(text)
                                .build()))
                    .build()))
        .build();
  }
}
