package oxus.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.BadInputException;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.RecordTime;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.BorderEvent;
import oxus.schemas.Withdrawal;

/**
 * A history that is told otherwise: without some sources, or with some that came to be known later.
 *
 * @param without ids of sources that are left out
 * @param delays by how much what a source reports is known later
 */
record WhatIf(Set<String> without, Map<String, Duration> delays) {
  WhatIf {
    without = new TreeSet<>(without);
    delays = new TreeMap<>(delays);
  }

  /** What is told otherwise, a line each, for a manifest. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    without.forEach(source -> told.add("without " + source));
    delays.forEach((source, delay) -> told.add("delay " + source + "=" + delay));
    return told;
  }

  /**
   * The history as it would have been.
   *
   * @throws BadInputException when no report is of a source that is named
   */
  ReplayInput of(ReplayInput input) {
    if (told().isEmpty()) {
      return input;
    }
    mustBeKnown(input);
    Map<String, Duration> later = new TreeMap<>();
    Set<String> gone = new HashSet<>();
    for (BorderEvent event : input.events()) {
      if (without.contains(event.getSource())) {
        gone.add(event.getArticleKey());
      } else if (delays.containsKey(event.getSource())) {
        later.put(event.getArticleKey(), delay(event.getSource()));
      }
    }
    return new ReplayInput(
        input.name(),
        Scenarios.hash(input.hash() + "\n" + String.join("\n", told())),
        input.events().stream()
            .filter(event -> !without.contains(event.getSource()))
            .map(this::late)
            .sorted(ScenarioReader.ORDER)
            .toList(),
        input.controls().stream()
            .filter(control -> !isAbout(control, gone))
            .map(control -> late(control, later))
            .toList(),
        log(input.log(), gone, later),
        input.dispositions().stream().filter(each -> !gone.contains(each.getArticleKey())).toList(),
        input.rejects(),
        Stream.concat(input.whatIf().stream(), told().stream()).toList());
  }

  private Duration delay(String source) {
    return delays.getOrDefault(source, Duration.ZERO);
  }

  private BorderEvent late(BorderEvent event) {
    Duration delay = delay(event.getSource());
    return delay.isZero()
        ? event
        : known(event, new BorderEvent(), "knownAt", event.getKnownAt().plus(delay));
  }

  /** Field by field, whatever fields there are: only its time is another. */
  private static <R extends SpecificRecord> R known(R record, R copy, String time, Instant at) {
    for (Schema.Field field : record.getSchema().getFields()) {
      copy.put(field.pos(), field.name().equals(time) ? at : record.get(field.pos()));
    }
    return copy;
  }

  /** What a later revision withdraws is withdrawn as late as that revision is known. */
  private SpecificRecord late(SpecificRecord record, Map<String, Duration> later) {
    if (record instanceof BorderEvent event) {
      return late(event);
    }
    if (record instanceof Withdrawal withdrawal && later.containsKey(withdrawal.getArticleKey())) {
      Duration delay = later.getOrDefault(withdrawal.getArticleKey(), Duration.ZERO);
      return known(withdrawal, new Withdrawal(), "at", withdrawal.getAt().plus(delay));
    }
    return record;
  }

  private boolean isAbout(SpecificRecord record, Set<String> gone) {
    if (record instanceof BorderEvent event) {
      return without.contains(event.getSource());
    }
    return record instanceof Withdrawal withdrawal && gone.contains(withdrawal.getArticleKey());
  }

  /** The others stay where they stood; a late one goes before the first that is later than it. */
  private List<SpecificRecord> log(
      List<SpecificRecord> log, Set<String> gone, Map<String, Duration> later) {
    List<SpecificRecord> kept = new ArrayList<>();
    List<SpecificRecord> late = new ArrayList<>();
    for (SpecificRecord record : log) {
      if (!isAbout(record, gone)) {
        SpecificRecord told = late(record, later);
        (told.equals(record) ? kept : late).add(told);
      }
    }
    for (SpecificRecord record : late) {
      kept.add(place(kept, RecordTime.of(record)), record);
    }
    return kept;
  }

  /** Behind all that was known by this time. */
  static int place(List<SpecificRecord> records, Instant at) {
    int place = 0;
    while (place < records.size() && !RecordTime.of(records.get(place)).isAfter(at)) {
      place++;
    }
    return place;
  }

  private void mustBeKnown(ReplayInput input) {
    Set<String> known =
        input.events().stream()
            .map(BorderEvent::getSource)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named = new TreeSet<>(without);
    named.addAll(delays.keySet());
    for (String source : named) {
      if (!known.contains(source)) {
        throw new BadInputException(
            "no report is of source '" + source + "'; there are: " + String.join(", ", known));
      }
    }
  }
}
