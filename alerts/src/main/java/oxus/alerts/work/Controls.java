package oxus.alerts.work;

import java.util.List;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;
import oxus.schemas.LevelOverride;
import oxus.schemas.OperatorAction;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;

/** Actions as the records that the judgement obeys. */
final class Controls {
  private Controls() {}

  /** It names reports by id only, so a new scope can narrow where they count, not widen it. */
  static Ruling ruling(OperatorAction action) {
    return new Ruling(
        action.getId(),
        action.getRuling().orElse(RulingKind.REJECT),
        action.getEvents(),
        action.getType().orElse(null),
        action.getScopes(),
        action.getIncident().orElse(null),
        action.getAt(),
        action.getActor(),
        action.getReason(),
        List.of());
  }

  /** By the clock: the ledger of deliveries knows no other time, also in an exercise. */
  static DeliveryAttempt delivery(Order order, OperatorAction action) {
    DeliveryAttempt.Builder entry =
        DeliveryAttempt.newBuilder().setAt(action.getRecordedAt()).setWho(action.getActor());
    if (order instanceof Order.Redrive redrive) {
      DeliveryAttempt message = redrive.message();
      return entry
          .setStep(DeliveryStep.REDRIVE)
          .setSubscription(message.getSubscription())
          .setMessageId(message.getMessageId())
          .setChangeOffset(message.getChangeOffset())
          .setChangeId(message.getChangeId())
          .setSector(message.getSector())
          .build();
    }
    return entry
        .setStep(DeliveryStep.ENABLE)
        .setSubscription(order.subject())
        .setMessageId("")
        .build();
  }

  static LevelOverride override(OperatorAction action) {
    return bound(action).build();
  }

  private static LevelOverride.Builder bound(OperatorAction action) {
    return LevelOverride.newBuilder()
        .setId(action.getId())
        .setSector(action.getSector())
        .setFloor(action.getFloor().orElse(null))
        .setCeiling(action.getCeiling().orElse(null))
        .setAt(action.getAt())
        .setUntil(action.getUntil().orElse(action.getAt()))
        .setWho(action.getActor())
        .setWhy(action.getReason());
  }

  /** Takes effect when the second person agrees, in both names. */
  static LevelOverride approved(LevelBound bound, OperatorAction approval) {
    return bound(bound.ordered())
        .setAt(approval.getAt())
        .setWho(bound.ordered().getActor() + ", approved by " + approval.getActor())
        .build();
  }

  /** Replaces the override by one that lapses at once. */
  static LevelOverride lifted(LevelBound bound, OperatorAction lift) {
    return bound(bound.ordered())
        .setId(lift.getId())
        .setAt(lift.getAt())
        .setUntil(lift.getAt())
        .setWho(lift.getActor())
        .setWhy(lift.getReason())
        .build();
  }
}
