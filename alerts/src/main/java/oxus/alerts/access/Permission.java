package oxus.alerts.access;

import java.util.Locale;

/** What a route asks of whoever calls it. */
public enum Permission {
  /** Nothing: health, signing in, style sheet and scripts. */
  OPEN,
  /** To see levels, changes, evidence, work and figures. */
  READ,
  /** To acknowledge, assign, note, silence and rule. */
  WORK,
  /** To override levels and to decide on overrides. */
  DECIDE,
  /** To read the audit log. */
  AUDIT,
  /** To push articles: what machines that bring news need. */
  PUSH,
  /**
   * To change what the whole operation stands on: which feeds are asked, which messages are sent
   * again, who is served again that had said it is gone.
   */
  ADMINISTER;

  /** As keys and documents write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
