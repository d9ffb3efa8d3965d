package oxus.alerts.console;

import java.time.Instant;
import java.util.List;
import oxus.alerts.work.LevelBound;
import oxus.alerts.work.Silence;
import oxus.schemas.OperatorAction;

/** What one shift leaves to the next. */
record HandoverView(
    Instant at,
    List<HandoverLine> open,
    List<Silence> silences,
    List<LevelBound> bounds,
    List<OperatorAction> notes,
    Names names,
    Hand hand) {

  HandoverView {
    open = List.copyOf(open);
    silences = List.copyOf(silences);
    bounds = List.copyOf(bounds);
    notes = List.copyOf(notes);
  }
}
