package oxus.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static oxus.theatre.TinyTheatre.tiny;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every complaint names file, line, culprit and cure. */
class TheatreProblemsTest {

  @Test
  void findsNothingWrongWithATheatreInOrder() {
    assertThat(tiny().problems()).isEmpty();
  }

  @Test
  void reportsBrokenSyntax() {
    assertThat(tiny().with("actors.yaml", "kind: STATE", "kind: [STATE").problems())
        .singleElement()
        .asString()
        .startsWith("actors.yaml:4: not YAML: ");
    assertThat(tiny().with("places.csv", "West Bridge|", "\"West Bridge|").problems())
        .first()
        .asString()
        .startsWith("places.csv:1: not CSV: ")
        .endsWith("; mend the quotes at or below it");
  }

  @Test
  void reportsCharactersThatAreNoText() {
    assertThat(tiny().with("theatre.yaml", "Two made-up", "Two\u0000made-up").problems())
        .first()
        .asString()
        .startsWith("theatre.yaml: not YAML: ")
        .endsWith("; take out what is no plain text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theatre.yaml",
        "sectors.geojson",
        "map.geojson",
        "places.csv",
        "actors.yaml",
        "sources.csv",
        "policy.yaml"
      })
  void readsOnWhicheverLineIsMissingAndWhereverAFileBreaksOff(String file) {
    String text = tiny().texts().getOrDefault(file, "");
    List<TinyTheatre> damaged = new ArrayList<>();
    text.lines().forEach(line -> damaged.add(tiny().with(file, line + "\n", "")));
    for (int end = 1; end < text.length(); end += 1 + text.length() / 60) {
      damaged.add(tiny().with(file, text, text.substring(0, end)));
    }

    for (TinyTheatre theatre : damaged) {
      assertThatCode(theatre::problems).doesNotThrowAnyException();
    }
  }

  @Test
  void reportsAnUnknownKey() {
    assertThat(tiny().with("theatre.yaml", "name: West", "nane: West").problems())
        .containsExactly(
            "theatre.yaml:8: unknown key 'nane'; use one of name, about, sides, neighbours",
            "theatre.yaml:8: key 'name' is missing in sectors.XA-XB/WEST; add it");
  }

  @Test
  void reportsASectorWrittenTwice() {
    assertThat(tiny().with("theatre.yaml", "XA-XB/EAST:", "XA-XB/WEST:").problems())
        .first()
        .isEqualTo("theatre.yaml:14: 'XA-XB/WEST' is written twice; keep one of the two");
  }

  @Test
  void reportsIdsOfAWrongForm() {
    assertThat(tiny().with("theatre.yaml", "id: TINY", "id: tiny").problems())
        .containsExactly("theatre.yaml:1: 'tiny' is no theatre id; write it in capitals, as in CA");
    assertThat(tiny().with("theatre.yaml", "XA-XB:", "XA_XB:").problems())
        .first()
        .isEqualTo(
            "theatre.yaml:5: 'XA_XB' is no border id; write two country codes with a dash, as in"
                + " TJ-AF");
    assertThat(tiny().with("theatre.yaml", "XA-XB/EAST:", "XA-XB/East:").problems())
        .contains(
            "theatre.yaml:15: 'XA-XB/East' is no sector id; write border, slash, name in capitals:"
                + " TJ-AF/PANJ");
    assertThat(tiny().with("places.csv", "high-pass,", "High Pass,").problems())
        .containsExactly(
            "places.csv:5: 'High Pass' is no id; write it in lower case with dashes:"
                + " sher-khan-bandar");
  }

  @Test
  void reportsASectorOfAnUnknownBorder() {
    assertThat(tiny().with("theatre.yaml", "  XA-XB:", "  XA-XC:").problems())
        .contains(
            "theatre.yaml:8: sector 'XA-XB/WEST' lies on border 'XA-XB', which is not under"
                + " borders; did you mean 'XA-XC'?",
            "theatre.yaml:5: border 'XA-XC' has no sector; add one under sectors or take it away");
  }

  @Test
  void reportsNeighboursThatAreNotMutual() {
    assertThat(tiny().with("theatre.yaml", "neighbours: [XA-XB/WEST]", "neighbours: []").problems())
        .containsExactly(
            "theatre.yaml:13: 'XA-XB/WEST' has neighbour 'XA-XB/EAST', but not the other way"
                + " round; add 'XA-XB/WEST' to the neighbours of 'XA-XB/EAST' or take it off here");
  }

  @Test
  void reportsANeighbourThatIsNoSector() {
    assertThat(tiny().with("theatre.yaml", "[XA-XB/EAST]", "[XA-XB/EAST, XA-XB/EATS]").problems())
        .containsExactly(
            "theatre.yaml:13: neighbour 'XA-XB/EATS' of sector 'XA-XB/WEST' is no sector; did you"
                + " mean 'XA-XB/EAST'?");
  }

  @Test
  void reportsASectorThatIsItsOwnNeighbour() {
    assertThat(tiny().with("theatre.yaml", "[XA-XB/EAST]", "[XA-XB/EAST, XA-XB/WEST]").problems())
        .containsExactly(
            "theatre.yaml:13: sector 'XA-XB/WEST' is its own neighbour; take it off the list");
  }

  @Test
  void reportsASideOfACountryThatTheBorderDoesNotHave() {
    assertThat(tiny().with("theatre.yaml", "XB: Berland (Mill)", "XC: Berland").problems())
        .containsExactly(
            "theatre.yaml:12: unknown key 'XC'; use one of XA, XB",
            "theatre.yaml:11: key 'XB' is missing in sectors.XA-XB/WEST.sides; add it");
  }

  @Test
  void reportsASectorWithoutGeometryAndGeometryWithoutASector() {
    assertThat(tiny().with("sectors.geojson", "\"XA-XB/EAST\"", "\"XA-XB/EATS\"").problems())
        .containsExactly(
            "sectors.geojson:4: 'XA-XB/EATS' is no sector; did you mean 'XA-XB/EAST'?",
            "theatre.yaml:15: sector 'XA-XB/EAST' is not drawn; add a LineString feature for it to"
                + " sectors.geojson");
  }

  @Test
  void reportsASectorDrawnTwice() {
    assertThat(tiny().with("sectors.geojson", "\"XA-XB/EAST\"", "\"XA-XB/WEST\"").problems())
        .first()
        .isEqualTo(
            "sectors.geojson:4: sector 'XA-XB/WEST' is drawn twice; join the two lines into one");
  }

  @Test
  void reportsCoordinatesOutOfRange() {
    assertThat(tiny().with("sectors.geojson", "[12, 50.2]", "[12, 90.2]").problems())
        .containsExactly(
            "sectors.geojson:5: latitude 90.2 is out of range; write degrees between -90 and 90,"
                + " longitude first");
    assertThat(tiny().with("places.csv", "11.5,50.1", "181,50.1").problems())
        .containsExactly(
            "places.csv:5: longitude '181' of place 'high-pass' is out of range; write -180 to 180"
                + " degrees");
    assertThat(tiny().with("places.csv", "11.5,50.1", "11.5,NaN").problems())
        .containsExactly(
            "places.csv:5: latitude 'NaN' of place 'high-pass' is out of range; write -90 to 90"
                + " degrees");
    assertThat(tiny().with("places.csv", "11.5,50.1", "11.5,").problems())
        .containsExactly(
            "places.csv:5: latitude '' of place 'high-pass' is not a number; write decimal"
                + " degrees, as in 68.60");
  }

  @Test
  void reportsGeometryOfAWrongForm() {
    assertThat(tiny().with("sectors.geojson", ", [12, 50.2]]", "]").problems())
        .containsExactly("sectors.geojson:4: the line has 1 points; give it two or more");
    assertThat(tiny().with("sectors.geojson", "[12, 50.2]", "[12, 50.2, 7]").problems())
        .containsExactly("sectors.geojson:5: a point has 3 numbers; write [longitude, latitude]");
    assertThat(tiny().with("map.geojson", "[11, 52], [10, 50]", "[11, 52]").problems())
        .containsExactly(
            "map.geojson:2: the ring is not closed; give it four or more points, the last like the"
                + " first");
    assertThat(tiny().with("map.geojson", "MultiPolygon", "Polygon").problems())
        .contains("map.geojson:2: the geometry is a 'Polygon'; draw a MultiPolygon");
  }

  @Test
  void reportsAHeaderThatIsNotTheOneDocumented() {
    assertThat(tiny().with("sources.csv", "reliability,", "grade,").problems())
        .containsExactly(
            "sources.csv:1: the header is id,name,grade,family,domains,names; write"
                + " id,name,reliability,family,domains,names");
  }

  @Test
  void reportsARowWithTooManyCells() {
    assertThat(tiny().with("sources.csv", "Wire One,A,", "Wire, One,A,").problems())
        .containsExactly(
            "sources.csv:4: row 'wire-one' has 7 cells; write 6:"
                + " id,name,reliability,family,domains,names, with quotes around commas");
  }

  @Test
  void reportsAScopeThatIsNone() {
    assertThat(tiny().with("places.csv", ",,XA-XB/EAST,,\n# B", ",,XA-XB/EATS,,\n# B").problems())
        .containsExactly(
            "places.csv:5: scope 'XA-XB/EATS' of place 'high-pass' is no sector, border or theatre;"
                + " did you mean 'XA-XB/EAST'?");
  }

  @Test
  void acceptsABorderAndTheTheatreAsScopes() {
    assertThat(tiny().with("places.csv", "XA,,,,,Arlandia", "XA,,,,XA-XB|TINY,Arlandia").problems())
        .isEmpty();
  }

  @Test
  void reportsAPlaceWithinNowhereOrWithinItself() {
    assertThat(tiny().with("places.csv", "50.1,west-province", "50.1,vest-province").problems())
        .containsExactly(
            "places.csv:3: place 'westbridge' is within 'vest-province', which is no place; did you"
                + " mean 'west-province'?");
    assertThat(tiny().with("places.csv", "50.5,,XA", "50.5,westbridge,XA").problems())
        .containsExactly(
            "places.csv:3: place 'westbridge' is within itself by way of 'west-province'; let the"
                + " larger of the two stand alone",
            "places.csv:4: place 'west-province' is within itself by way of 'westbridge'; let the"
                + " larger of the two stand alone");
  }

  @Test
  void reportsAnIdThatIsTaken() {
    assertThat(tiny().with("places.csv", "high-pass,High", "westbridge,High").problems())
        .containsExactly(
            "places.csv:5: id 'westbridge' is taken by line 3; give one of the two another id");
    assertThat(tiny().with("sources.csv", "wire-one,", "herald,").problems())
        .containsExactly(
            "sources.csv:4: id 'herald' is taken by source 'herald' of line 2; leave"
                + " it to one of them");
  }

  @Test
  void reportsASpellingOfTwoPlacesThatNothingTellsApart() {
    assertThat(tiny().with("places.csv", "Berland|Westbridge", "").problems())
        .containsExactly(
            "places.csv:8: 'mill' may be 'mill-east' or 'mill' of line 7; give one of them context"
                + " words that tell it apart, or drop the spelling");
  }

  @Test
  void acceptsACityAndItsProvinceOfOneName() {
    assertThat(tiny().with("places.csv", "West Bridge|", "West Province|").problems()).isEmpty();
  }

  @Test
  void reportsASpellingGivenTwice() {
    assertThat(tiny().with("places.csv", "Vestbridge", "west-bridge").problems())
        .containsExactly(
            "places.csv:3: 'west-bridge' of 'westbridge' is there already, however it is cased or"
                + " hyphened; take it off the list");
  }

  @Test
  void reportsACrossingWithoutAPosition() {
    assertThat(tiny().with("places.csv", "11.5,50.1", ",").problems())
        .containsExactly(
            "places.csv:5: crossing 'high-pass' has no position; write its longitude and latitude");
  }

  @Test
  void reportsAnUnknownKindOrCountry() {
    assertThat(tiny().with("places.csv", "Mill,CITY,XB,10.4", "Mill,CITTY,Berland,10.4").problems())
        .containsExactly(
            "places.csv:7: 'CITTY' is no kind of place; did you mean 'CITY'?",
            "places.csv:7: 'Berland' of 'mill' is no country code; write two capitals, ISO 3166:"
                + " AF");
  }

  @Test
  void reportsAnActorOfNoKindOrCountry() {
    assertThat(tiny().with("actors.yaml", "kind: MOVEMENT", "kind: PARTY").problems())
        .first()
        .asString()
        .startsWith("actors.yaml:9: 'PARTY' is no Kind; use one of [STATE, ORGAN, MOVEMENT,");
    assertThat(tiny().with("actors.yaml", "  country: XA\n", "").problems())
        .containsExactly("actors.yaml:2: 'arland' has no country; add its code, as in country: TJ");
  }

  @Test
  void reportsASpellingOfTwoActors() {
    assertThat(tiny().with("actors.yaml", "the League", "ARLANDIA").problems())
        .containsExactly(
            "actors.yaml:10: 'ARLANDIA' of actor 'river-league' is taken by 'arland'; leave it to"
                + " one of them, once");
  }

  @Test
  void reportsBadDatesInRoles() {
    assertThat(tiny().with("actors.yaml", "from: 2001-06-01", "from: 2001-06-31").problems())
        .first()
        .isEqualTo("actors.yaml:13: '2001-06-31' is no date; write it as 2021-08-15");
    assertThat(tiny().with("actors.yaml", "from: 2001-06-01", "from: 2001-05-31").problems())
        .containsExactly(
            "actors.yaml:13: 'river-league' is both insurgent and government for a time; let the"
                + " one end on the day before the other begins");
    assertThat(
            tiny()
                .with("actors.yaml", "from: 2001-06-01", "from: 2001-06-02, to: 2001-06-01")
                .problems())
        .containsExactly("actors.yaml:13: the role ends before it begins; swap from and to");
  }

  @Test
  void reportsAGradeThatIsNone() {
    assertThat(tiny().with("sources.csv", "Wire One,A", "Wire One,A1").problems())
        .containsExactly(
            "sources.csv:4: reliability 'A1' of source 'wire-one' is no grade; use one of [A, B, C,"
                + " D, E, F]");
  }

  @Test
  void reportsANameOrADomainOfTwoSources() {
    assertThat(tiny().with("sources.csv", "example,W1", "example,herald").problems())
        .containsExactly(
            "sources.csv:4: name 'herald' is taken by source 'herald' of line 2; leave it to one of"
                + " them");
    assertThat(tiny().with("sources.csv", "sunday.herald.example", "herald.example").problems())
        .containsExactly(
            "sources.csv:3: domain 'herald.example' is taken by source 'herald' of line 2; leave it"
                + " to one of them");
    assertThat(tiny().with("sources.csv", "wire.example", "https://wire.example/").problems())
        .containsExactly(
            "sources.csv:4: 'https://wire.example/' of source 'wire-one' is no domain; write it in"
                + " lower case without http:// and www.");
  }

  @Test
  void reportsFamiliesInACircleAndFamiliesOfOne() {
    assertThat(
            tiny().with("sources.csv", "The Herald,B,,", "The Herald,B,herald-sunday,").problems())
        .containsExactly(
            "sources.csv:2: family 'herald-sunday' of source 'herald' is itself of family 'herald';"
                + " name one source or one word as the family of all of them",
            "sources.csv:3: family 'herald' of source 'herald-sunday' is itself of family"
                + " 'herald-sunday'; name one source or one word as the family of all of them");
    assertThat(tiny().with("sources.csv", "B,herald,", "B,heralt,").problems())
        .containsExactly(
            "sources.csv:3: family 'heralt' of source 'herald-sunday' is no source, and no other"
                + " source has it; did you mean 'herald'? Or leave the cell empty");
  }
}
