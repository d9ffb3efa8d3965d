package oxus.ingest.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import oxus.schemas.Precision;
import oxus.theatre.Position;

/**
 * What a row tells, in our words, before it is decided where it bears and what type it is.
 *
 * @param id unique among the rows of one import
 * @param known when it was published, as far as the table tells
 * @param initiator who did it
 * @param target to whom
 * @param tellers who reports it, the first first
 * @param toll people killed, or another figure; empty: none is told
 */
record Told(
    String id,
    Instant known,
    Occurrence occurrence,
    Spot spot,
    Party initiator,
    Party target,
    List<Teller> tellers,
    Optional<Toll> toll,
    Coding coding) {

  Told {
    tellers = List.copyOf(tellers);
  }

  /** The days on which it may have happened, both inclusive. */
  record Occurrence(LocalDate from, LocalDate to, Precision precision) {}

  /** How exactly a place is told. */
  enum Grain {
    /** A town, a village, a crossing. */
    TOWN,
    /** A province or a district as a whole. */
    AREA,
    /** A country, no more. */
    COUNTRY
  }

  /**
   * A place as the table tells it.
   *
   * @param district the name of the district around it; may be empty
   * @param province the name of the province around it; may be empty
   * @param scopes ids of sectors or borders, where the table has them; else empty
   */
  record Spot(
      String name,
      String district,
      String province,
      String country,
      Optional<Position> position,
      Grain grain,
      List<String> scopes) {
    Spot {
      scopes = List.copyOf(scopes);
    }
  }

  /** What a table says of a party beside its name. */
  enum PartyKind {
    STATE,
    GROUP,
    UNTOLD
  }

  /**
   * Who takes part.
   *
   * @param country ISO 3166 alpha-2 code, when it is known
   */
  record Party(String name, Optional<String> country, PartyKind kind) {}

  /**
   * Whose coding it is.
   *
   * @param coder the table and its version, for the report's extractor field
   * @param label what the row's codes say, for the evidence where there are no words
   * @param words the coder's own words; may be empty
   * @param attributedTo who says so; may be empty
   * @param confidence of the coder, in thousandths
   */
  record Coding(String coder, String label, String words, String attributedTo, int confidence) {}

  /** The same, told again by another. */
  Told by(String other, Instant at, Teller teller, int confidence) {
    Coding again =
        new Coding(coding.coder, coding.label, coding.words, coding.attributedTo, confidence);
    return new Told(other, at, occurrence, spot, initiator, target, List.of(teller), toll, again);
  }

  /** Who reports it, and where that can be read; the address may be empty. */
  record Teller(String source, String url) {}

  /** A number of something. */
  record Toll(String least, String most, String unit) {}
}
