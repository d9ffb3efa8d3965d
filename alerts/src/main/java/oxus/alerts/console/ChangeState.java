package oxus.alerts.console;

/** In which state a change is, by what came after it and which way it went. */
public enum ChangeState {
  /** The sector is still where this change brought it. */
  STANDING("still stands"),
  /** A later change of the sector followed. */
  SUPERSEDED("superseded"),
  /** It raised the level. */
  RAISED("raised a level"),
  /** It lowered the level. */
  LOWERED("lowered a level");

  private final String words;

  ChangeState(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  boolean holds(Posted posted, Picture picture) {
    return switch (this) {
      case STANDING -> stands(posted, picture);
      case SUPERSEDED -> !stands(posted, picture);
      case RAISED -> posted.change().getTo().compareTo(posted.change().getFrom()) > 0;
      case LOWERED -> posted.change().getTo().compareTo(posted.change().getFrom()) < 0;
    };
  }

  private static boolean stands(Posted posted, Picture picture) {
    return picture
        .standing(posted.change().getSector())
        .flatMap(Standing::lastChange)
        .filter(last -> last.offset() == posted.offset())
        .isPresent();
  }
}
