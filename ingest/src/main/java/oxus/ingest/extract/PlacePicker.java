package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.schemas.PlaceKind;
import oxus.theatre.Place;

/** Chooses which place a name means, by the words around it and in the article. */
final class PlacePicker {
  private final Focus focus;

  PlacePicker(Focus focus) {
    this.focus = focus;
  }

  /** Every place that a sentence names, countries aside. */
  List<Place> named(Reading reading) {
    List<Place> named = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      pick(reading, mention).ifPresent(named::add);
    }
    return named;
  }

  /** The place that a mention means; nothing when it names none or its context is missing. */
  Optional<Place> pick(Reading reading, Mention mention) {
    if (reading.sentence().is(mention.to(), "group")) {
      return Optional.empty();
    }
    Place best = null;
    int bestScore = 0;
    for (Place place : mention.entry().places()) {
      int score = score(reading, mention, place);
      if (score > bestScore) {
        best = place;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private int score(Reading reading, Mention mention, Place place) {
    if (place.kind() == PlaceKind.COUNTRY || !inContext(place)) {
      return 0;
    }
    int score = 10 + (place.scopes().isEmpty() ? 0 : 5) + (place.context().isEmpty() ? 0 : 1);
    if (saysKind(reading, mention, place.kind())) {
      score += 20;
    }
    if (reading.has(Kind.NATIONAL.bit() | Kind.COUNTRY.bit() | Kind.GOVERNMENT.bit())
        && isCountryNamed(reading, place.country())) {
      score += 4;
    }
    return score + (place.kind() == PlaceKind.RIVER ? -3 : 0);
  }

  /** Whether the noun beside a name tells its kind: {@code Panj river}, {@code city of Kunduz}. */
  private static boolean saysKind(Reading reading, Mention mention, PlaceKind kind) {
    int after = mention.to();
    int before = mention.from() - 1;
    String next = after < reading.sentence().size() ? reading.sentence().token(after).word() : "";
    String previous =
        before > 0 && reading.sentence().is(before, "of")
            ? reading.sentence().token(before - 1).word()
            : before >= 0 ? reading.sentence().token(before).word() : "";
    return switch (kind) {
      case DISTRICT -> isOne(next, previous, "district", "districts");
      case PROVINCE ->
          isOne(next, previous, "province", "provinces")
              || isOne(next, previous, "region", "oblast");
      case CITY ->
          isOne(next, previous, "city", "town") || isOne(next, previous, "airport", "cities");
      case RIVER -> isOne(next, previous, "river", "rivers");
      case CROSSING ->
          isOne(next, previous, "crossing", "port")
              || isOne(next, previous, "checkpoint", "border")
              || isOne(next, previous, "gate", "bridge");
      default -> false;
    };
  }

  private static boolean isOne(String next, String previous, String word, String other) {
    return next.equals(word)
        || next.equals(other)
        || previous.equals(word)
        || previous.equals(other);
  }

  private boolean inContext(Place place) {
    if (place.context().isEmpty()) {
      return true;
    }
    for (String word : place.context()) {
      boolean all = true;
      for (String part : Words.of(word)) {
        all &= focus.hasWord(part);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCountryNamed(Reading reading, String country) {
    for (Mention mention : reading.mentions()) {
      if (mention.entry().places().isEmpty()
          && mention.entry().country().filter(country::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
