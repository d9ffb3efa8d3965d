package oxus.alerts.work;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import oxus.schemas.ActionKind;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.EventType;
import oxus.schemas.RulingKind;
import oxus.schemas.ThreatLevel;

/** What a person wants done, before it is decided whether it can be. */
public sealed interface Order {

  ActionKind kind();

  /** What it is done to, as {@code OperatorAction.subject}. */
  String subject();

  /** The sector that it bears on; empty when it bears on none. */
  String sector();

  /** "I have seen this change." */
  record Acknowledge(String subject, String sector) implements Order {
    @Override
    public ActionKind kind() {
      return ActionKind.ACKNOWLEDGE;
    }
  }

  /** "This one has the change in hand." */
  record Assign(String subject, String sector, String assignee) implements Order {
    @Override
    public ActionKind kind() {
      return ActionKind.ASSIGN;
    }
  }

  /** A remark on a change, a sector or the shift; the reason is its text. */
  record Note(String subject, String sector) implements Order {
    @Override
    public ActionKind kind() {
      return ActionKind.NOTE;
    }
  }

  /** No notices of a sector for a while, unless it rises above the level that it has now. */
  record Hush(String sector, ThreatLevel level, Instant until) implements Order {
    public Hush {
      until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ActionKind kind() {
      return ActionKind.SILENCE;
    }

    @Override
    public String subject() {
      return sector;
    }
  }

  /** Ends a silence before its time. */
  record Unsilence(String sector) implements Order {
    @Override
    public ActionKind kind() {
      return ActionKind.UNSILENCE;
    }

    @Override
    public String subject() {
      return sector;
    }
  }

  /** An analyst's correction of reports. */
  record Rule(
      RulingKind ruling,
      List<String> events,
      Optional<EventType> type,
      List<String> scopes,
      Optional<String> incident)
      implements Order {
    public Rule {
      events = List.copyOf(events);
      scopes = List.copyOf(scopes);
    }

    @Override
    public ActionKind kind() {
      return ActionKind.RULE;
    }

    @Override
    public String subject() {
      return events.isEmpty() ? "" : events.get(0);
    }

    @Override
    public String sector() {
      return "";
    }
  }

  /** Bounds a sector's level for a time. */
  record Bound(
      String sector, Optional<ThreatLevel> floor, Optional<ThreatLevel> ceiling, Instant until)
      implements Order {
    public Bound {
      until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ActionKind kind() {
      return ActionKind.OVERRIDE;
    }

    @Override
    public String subject() {
      return sector;
    }
  }

  /** "Send this message once more." */
  record Redrive(DeliveryAttempt message) implements Order {
    @Override
    public ActionKind kind() {
      return ActionKind.REDRIVE;
    }

    @Override
    public String subject() {
      return message.getMessageId();
    }

    @Override
    public String sector() {
      return message.getSector();
    }
  }

  /** "Serve this receiver again, which had said that it is gone." */
  record Enable(String subscription) implements Order {
    @Override
    public ActionKind kind() {
      return ActionKind.ENABLE;
    }

    @Override
    public String subject() {
      return subscription;
    }

    @Override
    public String sector() {
      return "";
    }
  }

  /**
   * A decision on an override: approve or refuse one that waits for a second person, lift one that
   * holds.
   */
  record Decide(ActionKind kind, String subject) implements Order {
    @Override
    public String sector() {
      return "";
    }
  }
}
