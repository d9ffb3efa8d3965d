package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import oxus.processor.SmallTheatre;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.PlaceRef;
import oxus.theatre.Condition;
import oxus.theatre.Policy;
import oxus.theatre.Rule;

/** The search for a rule against one that tries every combination. */
class RuleSearchProperties {
  private static final String SEED = "20210622";
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");
  private static final IncidentFit FIT = new IncidentFit(SmallTheatre.policy(), NOON);

  private static Rule rule(String conditions, boolean ordered, int days) {
    String text = SmallTheatre.policy().text();
    String rule =
        "rules:\n  - {id: r, meaning: m, lasts: P9D, floor: SEVERE, ordered: "
            + ordered
            + ", within: P"
            + days
            + "D, all: ["
            + conditions
            + "]}\n";
    String all = text.substring(0, text.indexOf("rules:")) + rule;
    return Policy.parse("policy.yaml", all, SmallTheatre.SECTORS).rules().get(0);
  }

  @Property(tries = 2000, seed = SEED, shrinking = ShrinkingMode.OFF)
  void findsWhatASearchOfAllCombinationsFinds(
      @ForAll("conditions") List<String> conditions,
      @ForAll @IntRange(min = 1, max = 4) int days,
      @ForAll("incidents") List<Incident> incidents) {
    compare(rule(String.join(", ", conditions), false, days), incidents);
  }

  @Property(tries = 2000, seed = SEED, shrinking = ShrinkingMode.OFF)
  void findsWhatIsInOrder(
      @ForAll("apart") List<String> conditions,
      @ForAll @IntRange(min = 1, max = 4) int days,
      @ForAll("incidents") List<Incident> incidents) {
    compare(rule(String.join(", ", conditions), true, days), incidents);
  }

  private static void compare(Rule rule, List<Incident> incidents) {
    Optional<RuleMatch> found = new RuleSearch(rule, FIT).latest(incidents);

    assertThat(found.map(RuleMatch::latest))
        .isEqualTo(
            ways(rule, incidents, List.of()).stream()
                .map(RuleMatch::latest)
                .max(Comparator.naturalOrder()));
    found.ifPresent(match -> assertThat(meets(rule, match)).isTrue());
  }

  /** A search looks at each incident a bounded number of times, however many there are. */
  @Property(tries = 20, seed = SEED)
  void growsNoFasterThanTheIncidents(@ForAll @IntRange(min = 2, max = 8) int times) {
    Rule rule =
        rule(
            "{types: [ARMED_CLASH, TALKS], incidents: 5}, {types: [TALKS], incidents: 3},"
                + " {types: [TERROR_ATTACK]}",
            false,
            30);
    AtomicLong once = new AtomicLong();
    AtomicLong more = new AtomicLong();

    new RuleSearch(rule, FIT).latest(many(200, once));
    new RuleSearch(rule, FIT).latest(many(200 * times, more));

    assertThat(more.get()).isLessThanOrEqualTo(2L * times * once.get());
  }

  /** Incidents that count how often their type is asked for. */
  private static List<Incident> many(int number, AtomicLong asked) {
    List<Incident> many = new ArrayList<>();
    for (int one = 0; one < number; one++) {
      Incident told =
          Happened.incident("i" + one)
              .type(one % 3 == 0 ? EventType.TALKS : EventType.ARMED_CLASH)
              .on(LocalDate.parse("2021-06-22").minusDays(one % 60))
              .value();
      many.add(new Counted(told, asked));
    }
    return many;
  }

  private static final class Counted extends Incident {
    private static final long serialVersionUID = 1L;

    private final transient AtomicLong asked;

    Counted(Incident told, AtomicLong asked) {
      this.asked = asked;
      for (int field = 0; field < getSchema().getFields().size(); field++) {
        put(field, told.get(field));
      }
    }

    @Override
    public EventType getType() {
      asked.incrementAndGet();
      return super.getType();
    }
  }

  private static List<RuleMatch> ways(
      Rule rule, List<Incident> incidents, List<List<Incident>> met) {
    if (met.size() == rule.all().size()) {
      RuleMatch match = new RuleMatch(met);
      return meets(rule, match) ? List.of(match) : List.of();
    }
    Condition condition = rule.all().get(met.size());
    List<RuleMatch> ways = new ArrayList<>();
    for (List<Incident> group : groups(incidents, condition.least())) {
      List<List<Incident>> longer = new ArrayList<>(met);
      longer.add(group);
      ways.addAll(ways(rule, incidents, longer));
    }
    return ways;
  }

  private static List<List<Incident>> groups(List<Incident> incidents, int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<Incident>> groups = new ArrayList<>();
    for (int first = 0; first <= incidents.size() - size; first++) {
      for (List<Incident> rest : groups(incidents.subList(first + 1, incidents.size()), size - 1)) {
        List<Incident> group = new ArrayList<>(rest);
        group.add(incidents.get(first));
        groups.add(group);
      }
    }
    return groups;
  }

  /** The definition, word by word. */
  private static boolean meets(Rule rule, RuleMatch match) {
    List<String> ids = match.ids();
    if (new HashSet<>(ids).size() < ids.size()) {
      return false;
    }
    long last = Long.MIN_VALUE;
    long first = Long.MAX_VALUE;
    for (int number = 0; number < rule.all().size(); number++) {
      Condition condition = rule.all().get(number);
      List<Incident> group = match.met().get(number);
      if (group.size() != condition.least()
          || !group.stream().allMatch(one -> FIT.fits(condition.indicator(), one))
          || (condition.distinctPlaces() && places(condition, group) < group.size())) {
        return false;
      }
      long earliest = group.stream().mapToLong(RuleSearchProperties::day).min().orElseThrow();
      if (rule.ordered() && earliest < last) {
        return false;
      }
      last =
          Math.max(last, group.stream().mapToLong(RuleSearchProperties::day).max().orElseThrow());
      first = Math.min(first, earliest);
    }
    return last - first <= rule.within().toDays();
  }

  private static long places(Condition condition, List<Incident> group) {
    return group.stream()
        .flatMap(one -> IncidentFit.place(condition.indicator(), one).stream())
        .distinct()
        .count();
  }

  private static long day(Incident incident) {
    return incident.getOccurredTo().toEpochDay();
  }

  @Provide
  Arbitrary<List<String>> conditions() {
    return Combinators.combine(
            Arbitraries.of("[ARMED_CLASH]", "[TALKS]", "[ARMED_CLASH, TALKS]"),
            Arbitraries.of("", ", incidents: 2", ", distinctPlaces: 2", ", placeKinds: [CROSSING]"))
        .as((types, rest) -> "{types: " + types + rest + "}")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> apart() {
    return Arbitraries.of("", ", incidents: 2", ", distinctPlaces: 2")
        .list()
        .ofSize(3)
        .map(
            rest ->
                List.of(
                    "{types: [ARMED_CLASH]" + rest.get(0) + "}",
                    "{types: [TALKS]" + rest.get(1) + "}",
                    "{types: [TERROR_ATTACK]" + rest.get(2) + "}"));
  }

  @Provide
  Arbitrary<List<Incident>> incidents() {
    return Combinators.combine(
            Arbitraries.of(EventType.ARMED_CLASH, EventType.TALKS, EventType.TERROR_ATTACK),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(
                List.<PlaceRef>of(),
                List.of(SmallTheatre.BRIDGE),
                List.of(SmallTheatre.MILL),
                List.of(SmallTheatre.FARM, SmallTheatre.BRIDGE)))
        .as(
            (type, day, places) ->
                Happened.incident("-")
                    .type(type)
                    .at(places.toArray(new PlaceRef[0]))
                    .on(LocalDate.parse("2021-06-17").plusDays(day)))
        .list()
        .ofMaxSize(7)
        .map(
            drafts -> {
              List<Incident> named = new ArrayList<>();
              for (Happened draft : drafts) {
                named.add(draft.named("i" + named.size()).value());
              }
              return named;
            });
  }
}
