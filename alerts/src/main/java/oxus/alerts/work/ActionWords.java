package oxus.alerts.work;

import oxus.schemas.OperatorAction;

/** An action in a few words for people. */
public final class ActionWords {
  private ActionWords() {}

  public static String of(OperatorAction action) {
    String reason = action.getReason().isEmpty() ? "" : ": " + action.getReason();
    return what(action) + reason;
  }

  private static String what(OperatorAction action) {
    return switch (action.getKind()) {
      case ACKNOWLEDGE -> "acknowledged " + action.getSubject();
      case ASSIGN ->
          "assigned " + action.getSubject() + " to " + action.getAssignee().orElse("nobody");
      case NOTE -> "noted on " + action.getSubject();
      case SILENCE -> "silenced " + action.getSubject() + until(action);
      case UNSILENCE -> "ended the silence of " + action.getSubject();
      case RULE -> "ruled " + ruling(action);
      case OVERRIDE -> "overrode " + action.getSubject() + bounds(action) + until(action);
      case APPROVE -> "approved override " + action.getSubject() + " of " + action.getSector();
      case REFUSE -> "refused override " + action.getSubject() + " of " + action.getSector();
      case LIFT -> "lifted override " + action.getSubject() + " of " + action.getSector();
      case REDRIVE -> "sent again " + action.getSubject();
      case ENABLE -> "enabled the webhook " + action.getSubject();
      case OTHER -> "did what this version does not know to " + action.getSubject();
    };
  }

  private static String ruling(OperatorAction action) {
    StringBuilder words = new StringBuilder();
    action.getRuling().ifPresent(words::append);
    words.append(" on ").append(String.join(", ", action.getEvents()));
    action.getType().ifPresent(type -> words.append(", type ").append(type));
    if (!action.getScopes().isEmpty()) {
      words.append(", scopes ").append(String.join(", ", action.getScopes()));
    }
    action.getIncident().ifPresent(incident -> words.append(", incident ").append(incident));
    return words.toString();
  }

  /** {@code , not below SEVERE, not above CRITICAL}. */
  public static String bounds(OperatorAction action) {
    return action.getFloor().map(level -> ", not below " + level).orElse("")
        + action.getCeiling().map(level -> ", not above " + level).orElse("");
  }

  private static String until(OperatorAction action) {
    return action.getUntil().map(time -> " until " + time).orElse("");
  }
}
