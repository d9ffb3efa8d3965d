package oxus.ingest.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of the tables that Oxus knows without being told, as their makers publish them. */
public final class Columns {
  private static final String ACTOR =
      "#Code #Name #CountryCode #KnownGroupCode #EthnicCode #Religion1Code #Religion2Code #Type1Code #Type2Code #Type3Code ";
  private static final String GEO =
      "#Geo_Type #Geo_FullName #Geo_CountryCode #Geo_ADM1Code #Geo_ADM2Code #Geo_Lat #Geo_Long #Geo_FeatureID ";

  /** GDELT 2.0 events: 61 columns between tabs, without a header. */
  public static final Map<String, Integer> GDELT_EVENTS =
      of(
          "GlobalEventID Day MonthYear Year FractionDate "
              + ACTOR.replace("#", "Actor1")
              + ACTOR.replace("#", "Actor2")
              + "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone "
              + GEO.replace("#", "Actor1")
              + GEO.replace("#", "Actor2")
              + GEO.replace("#", "Action")
              + "DATEADDED SOURCEURL");

  /** GDELT 2.0 mentions: 16 columns between tabs, without a header. */
  public static final Map<String, Integer> GDELT_MENTIONS =
      of(
          "GlobalEventID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID"
              + " Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone"
              + " MentionDocTranslationInfo Extras");

  /** What a row of an ACLED export must have to be of use; it has a header and may have more. */
  public static final List<String> ACLED =
      List.of(
          "event_id_cnty",
          "event_date",
          "event_type",
          "sub_event_type",
          "actor1",
          "country",
          "location",
          "source");

  private Columns() {}

  private static Map<String, Integer> of(String names) {
    return of(List.of(names.strip().split("\\s+")));
  }

  /** The places of these columns; where a name comes twice, the first counts. */
  public static Map<String, Integer> of(List<String> names) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int place = 0; place < names.size(); place++) {
      places.putIfAbsent(key(names.get(place)), place);
    }
    return Collections.unmodifiableMap(places);
  }

  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
