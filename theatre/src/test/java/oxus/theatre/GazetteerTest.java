package oxus.theatre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.schemas.PlaceKind;

class GazetteerTest {
  private final Gazetteer gazetteer =
      new Gazetteer(
          List.of(
              place("nusay", "XA-XB/WEST", "Nusay", "Nusai"),
              place("chaman", "XA-XC/CHAMAN", "Chaman"),
              place("spin-boldak", "XA-XC/CHAMAN", "Spin Boldak", "Spin"),
              place("baharak-west", "XA-XB/WEST", "Baharak"),
              place("baharak-east", "XA-XB/EAST", "Baharak"),
              place("baharak-far", "", "Baharak"),
              place("hill", "", "Hill"),
              place("hill-east", "XA-XB/EAST", "Hill"),
              place("panj", "XA-XB", "Panj"),
              place("panj-far", "XA-XC", "Panj")));

  @Test
  void comparesSpellingsWithoutCaseDashApostropheAndDoubleSpace() {
    assertThat(ids(gazetteer.bySpelling("SPIN–boldak "))).containsExactly("spin-boldak");
    assertThat(ids(gazetteer.bySpelling("spin \u00A0 Boldak"))).containsExactly("spin-boldak");
    assertThat(Gazetteer.fold("Qal‘a-i-Naw")).isEqualTo(Gazetteer.fold("qal'a i naw"));
  }

  @Test
  void resolvesEachPlaceOfAListInItsOrderAndOnce() {
    assertThat(resolve("Spin Boldak, Nusai/Chaman and Nusay", "XA-XC"))
        .containsExactly("spin-boldak", "nusay", "chaman");
  }

  @Test
  void resolvesBothEndsOfAPairAndPassesOverWordsThatNameNoPlace() {
    assertThat(resolve("Friendship Gate (Chaman–Spin Boldak) airport", "XA-XC/CHAMAN"))
        .containsExactly("chaman", "spin-boldak");
    assertThat(resolve("two checkpoints", "XA-XC")).isEmpty();
    assertThat(resolve("", "XA-XC")).isEmpty();
  }

  @Test
  void doesNotFindANameInsideAWord() {
    assertThat(resolve("Chamanabad", "XA-XC")).isEmpty();
  }

  @Test
  void takesTheAmbiguousPlaceThatBearsOnTheGivenScopes() {
    assertThat(resolve("Baharak", "XA-XB/EAST")).containsExactly("baharak-east");
    assertThat(resolve("Baharak", "XA-XC/CHAMAN|XA-XB/WEST")).containsExactly("baharak-west");
  }

  @Test
  void takesAPlaceUnderAGivenBorderAndABorderWidePlaceForAGivenSector() {
    assertThat(resolve("Hill", "XA-XB")).containsExactly("hill-east");
    assertThat(resolve("Panj", "XA-XC/CHAMAN")).containsExactly("panj-far");
  }

  @Test
  void takesAPlaceThatBearsOnNothingBeforeOneThatBearsOnSomethingElse() {
    assertThat(resolve("Baharak", "XA-XC")).containsExactly("baharak-far");
    assertThat(resolve("Hill", "XA-XC")).containsExactly("hill");
  }

  @Test
  void takesTheFirstOfThoseThatFitEquallyWell() {
    assertThat(resolve("Baharak", "XA-XB")).containsExactly("baharak-west");
  }

  @Test
  void namesAPlaceEvenWhenItBearsOnNoneOfTheScopes() {
    assertThat(resolve("Nusay", "XA-XC")).containsExactly("nusay");
  }

  private List<String> resolve(String text, String scopes) {
    return ids(gazetteer.resolve(text, Arrays.asList(scopes.split("\\|", -1))));
  }

  private static List<String> ids(List<Place> places) {
    return places.stream().map(Place::id).toList();
  }

  private static Place place(String id, String scope, String... spellings) {
    return new Place(
        id,
        spellings[0],
        List.of(spellings),
        PlaceKind.CITY,
        "XA",
        Optional.empty(),
        Optional.empty(),
        scope.isEmpty() ? List.of() : List.of(scope),
        List.of());
  }
}
