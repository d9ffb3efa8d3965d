package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.theatre.Place;

/** The places that a sentence names, and which of them a trigger is about. */
final class NamedPlaces {
  private static final int NEAREST = 40;
  private static final int LIST_GAP = 7;
  private static final int BOUNDARY = 7;
  private static final int ORIGIN = 12;
  private static final int MOST_SECTORS = 2;
  private static final Set<String> LIST_WORDS =
      Set.of(
          ",",
          "and",
          "the",
          "in",
          "of",
          "district",
          "districts",
          "province",
          "provinces",
          "city",
          "as",
          "well",
          "or",
          "(",
          ")",
          "'s",
          "to",
          "both",
          "&",
          "border",
          "crossing",
          "crossings",
          "port",
          "town",
          "region",
          "near");

  private final Reading reading;
  private final List<Named> named = new ArrayList<>();

  NamedPlaces(Reading reading, Mention at, PlacePicker picker) {
    this.reading = reading;
    for (Mention mention : reading.mentions()) {
      if (mention.sameSpot(at) || mention.is(Kind.GOVERNMENT)) {
        continue;
      }
      picker
          .pick(reading, mention)
          .ifPresent(place -> named.add(new Named(mention, place, away(mention, at))));
    }
  }

  /** A name, the place that it means, and how far it stands from the trigger. */
  record Named(Mention mention, Place place, int distance) {
    boolean bears() {
      return !place.scopes().isEmpty();
    }
  }

  /** Where something came from is seldom where it happened. */
  private int away(Mention mention, Mention at) {
    boolean elsewhere = isBehindFrom(mention) || isDateline(mention);
    return distance(reading, mention, at) + (elsewhere ? ORIGIN : 0);
  }

  static int distance(Reading reading, Mention mention, Mention at) {
    boolean behind = mention.from() >= at.to();
    int gap = behind ? mention.from() - at.to() : at.from() - mention.to() + 1;
    return gap + BOUNDARY * reading.boundaries(mention.from(), at.from());
  }

  /** Where these places lie: a region of many sectors counts as its border, unless one is named. */
  static List<String> scopesOf(List<Place> places) {
    Set<String> scopes = new LinkedHashSet<>();
    for (Place place : places) {
      List<String> borders = CountryScopes.wholeBorders(place.scopes());
      boolean wide = place.scopes().size() > MOST_SECTORS && borders.size() == 1;
      scopes.addAll(wide ? borders : place.scopes());
    }
    return scopes.stream()
        .filter(scope -> scopes.stream().noneMatch(narrower -> narrower.startsWith(scope + "/")))
        .toList();
  }

  boolean isEmpty() {
    return named.isEmpty();
  }

  List<Named> all() {
    return List.copyOf(named);
  }

  /** The place that someone does something to, or to which something happens. */
  Optional<Named> argument(Arguments arguments) {
    return arguments.object().or(arguments::subject).flatMap(this::at).filter(Named::bears);
  }

  private Optional<Named> at(Mention mention) {
    return named.stream().filter(one -> one.mention.sameSpot(mention)).findFirst();
  }

  /** The nearest place that bears on a border, else the nearest at all. */
  Optional<Named> nearest() {
    Named best = null;
    for (Named candidate : named) {
      boolean bears = candidate.bears();
      boolean bestBears = best != null && best.bears();
      boolean nearer = best == null || candidate.distance < best.distance;
      if (candidate.distance <= NEAREST
          && (best == null || (bears && !bestBears) || (bears == bestBears && nearer))) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best).map(this::narrowed);
  }

  /** {@code in Khorog, in Badakhshan}: the place inside another says more, in one clause. */
  private Named narrowed(Named found) {
    for (Named other : named) {
      boolean within =
          other.bears()
              && other.place.scopes().size() < found.place.scopes().size()
              && found.place.scopes().containsAll(other.place.scopes());
      if (within && reading.boundaries(other.mention.from(), found.mention.from()) == 0) {
        return other;
      }
    }
    return found;
  }

  /** {@code moved from Mary}: where something came from. */
  boolean isOrigin(Named found) {
    return isBehindFrom(found.mention);
  }

  /** {@code MAZAR-E-SHARIF, July 6 –}: where the reporter sits. */
  private boolean isDateline(Mention mention) {
    Sentence sentence = reading.sentence();
    return mention.from() == 0
        && mention.to() < sentence.size()
        && sentence.token(0).shape() == Token.Shape.UPPER
        && !sentence.token(mention.to()).isWord();
  }

  private boolean isBehindFrom(Mention mention) {
    int before = mention.from() - 1;
    return reading.sentence().is(before, "from")
        || (reading.sentence().is(before, "the") && reading.sentence().is(before - 1, "from"));
  }

  /** A place with the others of its list: {@code in Herat, Kunduz and Faryab}. */
  Located listAround(Named centre) {
    int index = named.indexOf(centre);
    int first = index;
    while (first > 0 && inList(named.get(first - 1), named.get(first))) {
      first--;
    }
    int last = index;
    while (last + 1 < named.size() && inList(named.get(last), named.get(last + 1))) {
      last++;
    }
    List<Place> places = new ArrayList<>();
    for (Named item : named.subList(first, last + 1)) {
      if (item.bears() && !places.contains(item.place)) {
        places.add(item.place);
      }
    }
    StringBuilder text = new StringBuilder();
    for (Named item : named.subList(first, last + 1)) {
      text.append(text.length() == 0 ? "" : ", ").append(item.place.name());
    }
    return new Located(scopesOf(narrowest(places)), places, text.toString(), false);
  }

  /** A crossing beside its district or province says more than these. */
  private static List<Place> narrowest(List<Place> places) {
    List<Place> narrow = new ArrayList<>();
    for (Place place : places) {
      boolean containsOther =
          places.stream()
              .anyMatch(
                  other ->
                      !other.equals(place)
                          && place.scopes().size() > other.scopes().size()
                          && place.scopes().containsAll(other.scopes()));
      if (!containsOther) {
        narrow.add(place);
      }
    }
    return narrow;
  }

  private boolean inList(Named one, Named other) {
    if (isOrigin(one) && reading.sentence().is(other.mention.from() - 1, "to")) {
      return false;
    }
    int gap = other.mention.from() - one.mention.to();
    if (gap > LIST_GAP || reading.boundaries(one.mention.from(), other.mention.from()) > 1) {
      return false;
    }
    for (int i = one.mention.to(); i < other.mention.from(); i++) {
      String word = reading.sentence().token(i).word();
      if (!reading.sentence().token(i).isCapital() && !LIST_WORDS.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
