package oxus.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.ArticleFiles;
import oxus.ingest.BadInputException;
import oxus.ingest.Scenarios;
import oxus.ingest.article.Draft;
import oxus.ingest.scenario.RecordTime;
import oxus.ingest.scenario.Reject;
import oxus.ingest.scenario.ScenarioReader;
import oxus.processor.route.Router;
import oxus.schemas.AvroFile;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;

/** Gathers a history from files of several forms; what cannot be used is kept as a reject. */
final class HistoryFiles {
  /** A recorded log in a folder. */
  static final String LOG = "log.avro";

  /** What became of the articles of a recorded log. */
  static final String DISPOSITIONS = "dispositions.avro";

  private static final Pattern REPORTS = Pattern.compile("\\s*\\{[^\\n]*\"report_id\"\\s*:");

  private final Theatre theatre;
  private final Optional<Path> manifest;
  private final ArticleFiles articles;
  private final Router router;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<BorderEvent> events = new ArrayList<>();
  private final List<SpecificRecord> controls = new ArrayList<>();
  private final List<SpecificRecord> log = new ArrayList<>();
  private final List<Disposition> dispositions = new ArrayList<>();
  private final List<Path> controlFiles = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<String> hashes = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> told = new ArrayList<>();

  HistoryFiles(Theatre theatre, Optional<Path> manifest) {
    this.theatre = theatre;
    this.manifest = manifest;
    this.articles = new ArticleFiles(Optional.empty(), Optional.empty(), manifest);
    this.router = new Router(theatre);
  }

  /** Whether a path has a form that is told by its ending; CSV goes without. */
  static boolean isReadable(Path path) {
    return path.toString().matches(".*\\.(txt|ndjson|jsonl|avro)");
  }

  /** Reads a file by its ending; one of another form is left alone. */
  void read(Path file) {
    String name = file.getFileName().toString();
    if (name.matches("controls\\.(yaml|ndjson)")) {
      controls(file);
    } else if (name.endsWith(".csv") && manifest.filter(file::equals).isEmpty()) {
      add(new Scenarios(theatre).read(file.toString()));
    } else if (name.endsWith(".avro")) {
      avro(file, name.equals(LOG));
    } else if (name.endsWith(".txt") || name.matches(".*\\.(ndjson|jsonl)")) {
      lines(file);
    }
  }

  void add(Scenarios.Scenario scenario) {
    hashes.add(scenario.hash());
    rejects.addAll(scenario.rejects());
    scenario.events().forEach(event -> add(event, scenario.name()));
  }

  /** A file of controls, read when all reports are known: rulings are about them. */
  void controls(Path file) {
    controlFiles.add(file);
  }

  /** What is read by this is told beside the history; its name and what it holds are kept. */
  void inject(String name, Runnable reading) {
    int before = hashes.size();
    int articlesBefore = drafts.size();
    reading.run();
    StringBuilder identity = new StringBuilder();
    hashes.subList(before, hashes.size()).forEach(hash -> identity.append(hash).append('\n'));
    drafts.stream().skip(articlesBefore).forEach(draft -> identity.append(draft).append('\n'));
    if (identity.isEmpty()) {
      throw new BadInputException(name + " holds nothing to inject; docs/scenarios.md tells forms");
    }
    told.add("inject " + name + " " + Scenarios.hash(identity.toString()).substring(0, 12));
  }

  ReplayInput input(String source) {
    if (!drafts.isEmpty()) {
      ArticleHistory history = ArticleHistory.of(drafts, theatre);
      history.events().forEach(event -> add(event, source));
      controls.addAll(history.withdrawals());
      dispositions.addAll(history.dispositions());
      hashes.add(Scenarios.hash(history.identity()));
    }
    events.sort(ScenarioReader.ORDER);
    ControlFile reader = new ControlFile(theatre, events);
    for (Path file : controlFiles) {
      ControlFile.Content content = reader.read(file);
      controls.addAll(content.records());
      hashes.add(Scenarios.hash(content.identity()));
    }
    String hash = hashes.size() == 1 ? hashes.get(0) : Scenarios.hash(String.join("\n", hashes));
    return new ReplayInput(source, hash, events, controls, whole(log), dispositions, rejects, told);
  }

  /** A recorded log with what was told beside it, each at its time, after what the log has then. */
  private List<SpecificRecord> whole(List<SpecificRecord> recorded) {
    if (recorded.isEmpty() || told.isEmpty()) {
      return recorded;
    }
    List<SpecificRecord> records = new ArrayList<>(recorded);
    Set<String> inLog =
        recorded.stream()
            .flatMap(record -> reported(record).stream())
            .map(BorderEvent::getId)
            .collect(Collectors.toSet());
    List<SpecificRecord> beside = new ArrayList<>(controls);
    events.stream().filter(event -> !inLog.contains(event.getId())).forEach(beside::add);
    for (SpecificRecord record : beside) {
      records.add(WhatIf.place(records, RecordTime.of(record)), record);
    }
    return records;
  }

  private void lines(Path file) {
    if (!file.toString().endsWith(".txt") && Files.exists(file)) {
      String text = new String(bytes(file), StandardCharsets.UTF_8);
      if (REPORTS.matcher(text.stripLeading()).lookingAt()) {
        ScenarioReader.Reading reading =
            new ScenarioReader(theatre, file.toString()).readLines(text);
        add(
            new Scenarios.Scenario(
                file.toString(), Scenarios.hash(text), reading.events(), reading.rejects()));
        return;
      }
    }
    ArticleFiles.Reading reading = articles.read(file);
    drafts.addAll(reading.drafts());
    rejects.addAll(reading.rejects());
  }

  private void avro(Path file, boolean isLog) {
    byte[] bytes = bytes(file);
    hashes.add(Scenarios.hash(bytes));
    AvroFile.Content content = AvroFile.read(bytes);
    content.broken().forEach(culprit -> reject(file, culprit, "write the file anew", ""));
    for (SpecificRecord record : content.records()) {
      if (record instanceof Disposition disposition) {
        dispositions.add(disposition);
        continue;
      }
      Optional<String> problem = router.route(record).problem();
      if (problem.isPresent()) {
        reject(file, problem.get(), "mend the record", record.toString());
      } else if (isLog) {
        log.add(record);
        reported(record)
            .ifPresent(
                event -> {
                  ids.add(event.getId());
                  events.add(event);
                });
      } else if (record instanceof BorderEvent event) {
        add(event, file.toString());
      } else {
        controls.add(record);
      }
    }
  }

  private static Optional<BorderEvent> reported(SpecificRecord record) {
    return record instanceof BorderEvent event ? Optional.of(event) : Optional.empty();
  }

  private void add(BorderEvent event, String file) {
    if (ids.add(event.getId())) {
      events.add(event);
      return;
    }
    reject(
        Path.of(file),
        "id '" + event.getId() + "' is taken by a report of another file",
        "choose another",
        event.toString());
  }

  private void reject(Path file, String culprit, String cure, String text) {
    rejects.add(new Reject(new Problem(file.toString(), 0, culprit, cure), text));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw BadInputException.unreadable(file, e);
    }
  }
}
