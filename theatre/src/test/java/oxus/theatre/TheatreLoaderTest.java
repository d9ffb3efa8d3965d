package oxus.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oxus.theatre.TinyTheatre.tiny;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.schemas.PlaceKind;
import oxus.schemas.Reliability;
import oxus.theatre.Actor.Role;

class TheatreLoaderTest {
  private final Path folder;

  TheatreLoaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void loadsATheatreThatNoCodeNames() {
    Theatre theatre = TheatreLoader.load(tiny().in(folder));

    assertThat(theatre.id()).isEqualTo("TINY");
    assertThat(theatre.borders())
        .containsExactly(
            new Border(
                "XA-XB",
                List.of("XA", "XB"),
                List.of("Arland-Berland border", "Arlandic frontier")));
    assertThat(theatre.sectors()).hasSize(2);
    assertThat(theatre.sectors().get(1))
        .isEqualTo(
            new Sector(
                "XA-XB/EAST",
                "East",
                "XA-XB",
                "the High Pass",
                List.of(
                    new Side("XA", "Arland (Upper Valley)"), new Side("XB", "Berland (Uplands)")),
                List.of("XA-XB/WEST"),
                List.of(new Position(11, 50), new Position(12, 50.2))));
    assertThat(theatre.outlines())
        .singleElement()
        .satisfies(outline -> assertThat(outline.rings().get(0)).hasSize(4));
  }

  @Test
  void readsEveryColumnOfAPlace() {
    Theatre theatre = TheatreLoader.load(tiny().in(folder));

    assertThat(theatre.gazetteer().byId("westbridge"))
        .contains(
            new Place(
                "westbridge",
                "Westbridge",
                List.of("Westbridge", "West Bridge", "Vestbridge"),
                PlaceKind.CROSSING,
                "XA",
                Optional.of(new Position(10.5, 50.1)),
                Optional.of("west-province"),
                List.of("XA-XB/WEST"),
                List.of()));
    assertThat(theatre.gazetteer().byId("mill").orElseThrow().context())
        .containsExactly("Berland", "Westbridge");
  }

  @Test
  void readsDatedRolesOfAnActor() {
    Theatre theatre = TheatreLoader.load(tiny().in(folder));

    assertThat(theatre.actors().bySpelling("THE LEAGUE").get(0).roles())
        .containsExactly(
            new Role("insurgent", Optional.empty(), Optional.of(LocalDate.of(2001, 5, 31))),
            new Role("government", Optional.of(LocalDate.of(2001, 6, 1)), Optional.empty()));
  }

  @Test
  void putsSisterSourcesIntoOneFamilyAndALoneSourceIntoItsOwn() {
    Sources sources = TheatreLoader.load(tiny().in(folder)).sources();

    assertThat(sources.named("Herald on Sunday").family()).isEqualTo("herald");
    assertThat(sources.named("W1").family()).isEqualTo("wire-one");
    assertThat(sources.named("Nobody's Blog"))
        .isEqualTo(
            new Source(
                "nobody-s-blog",
                "Nobody's Blog",
                List.of("Nobody's Blog"),
                "nobody-s-blog",
                Reliability.F,
                List.of()));
  }

  @Test
  void versionsATheatreByAllItsFilesAndAPolicyByItsText() {
    Theatre theatre = tiny().read();
    Theatre reworded = tiny().with("policy.yaml", "numbers", "figures").read();

    assertThat(theatre.version()).matches("[0-9a-f]{12}").isEqualTo(tiny().read().version());
    assertThat(reworded.version()).isNotEqualTo(theatre.version());
    assertThat(reworded.policy().version()).isNotEqualTo(theatre.policy().version());
  }

  @Test
  void givesOneVersionWhateverTheLineEndsAndTheByteOrderMark() throws IOException {
    tiny().in(folder);
    Path places = folder.resolve("places.csv");
    Files.writeString(places, "\uFEFF" + Files.readString(places).replace("\n", "\r\n"));

    assertThat(TheatreLoader.load(folder).version()).isEqualTo(tiny().read().version());
  }

  @Test
  void namesEachMissingFileAndTheCure() throws IOException {
    tiny().in(folder);
    Files.delete(folder.resolve("places.csv"));
    Files.delete(folder.resolve("policy.yaml"));

    assertThat(TheatreLoader.validate(folder))
        .map(Problem::toString)
        .containsExactly(
            folder + "/places.csv: the file is missing; add it; theatre/README.md tells its form",
            folder + "/policy.yaml: the file is missing; add it; theatre/README.md tells its form");
  }

  @Test
  void saysThatAFolderIsNone() {
    assertThatThrownBy(() -> TheatreLoader.load(folder.resolve("nowhere")))
        .isInstanceOf(InvalidTheatreException.class)
        .hasMessage(
            folder.resolve("nowhere") + ": is no folder; name the folder that holds theatre.yaml");
  }

  @Test
  void saysWhichFileIsNotUtf8() throws IOException {
    tiny().in(folder);
    Files.write(folder.resolve("sources.csv"), "Süd".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(TheatreLoader.validate(folder))
        .containsExactly(
            new Problem(folder + "/sources.csv", 0, "is not UTF-8", "save it as UTF-8"));
  }

  @Test
  void throwsWithEveryProblemAtOnce() {
    TinyTheatre broken =
        tiny()
            .with("places.csv", "CROSSING,XA,11.5", "GATE,XA,11.5")
            .with("sources.csv", "The Herald,B", "The Herald,G");

    assertThatThrownBy(() -> TheatreLoader.load(broken.in(folder)))
        .isInstanceOfSatisfying(
            InvalidTheatreException.class, e -> assertThat(e.problems()).hasSize(2))
        .hasMessageContaining("/places.csv:5: 'GATE' is no kind of place")
        .hasMessageContaining("/sources.csv:2: reliability 'G' of source 'herald' is no grade");
  }

  @Test
  void saysThatATheatreIsNotShipped() {
    assertThatThrownBy(() -> TheatreLoader.byId("CB"))
        .hasMessage("CB: no theatre of this id is shipped; did you mean 'CA'?");
  }
}
