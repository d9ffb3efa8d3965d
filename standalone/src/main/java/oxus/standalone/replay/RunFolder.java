package oxus.standalone.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import oxus.alerts.deliver.ChangeJson;
import oxus.alerts.deliver.DispositionJson;
import oxus.schemas.Disposition;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * What a run leaves behind: changes, assessments and dispositions as lines of JSON in a fixed
 * order, and a manifest of what went in. Nothing in it tells when, where or how the run was made,
 * so that runs of one history compare byte for byte.
 */
public final class RunFolder {
  private final List<SectorAssessment> assessments = new ArrayList<>();
  private final List<ThreatLevelChange> changes = new ArrayList<>();
  private final List<Disposition> dispositions = new ArrayList<>();

  public void add(SectorAssessment assessment) {
    assessments.add(assessment);
  }

  public void add(ThreatLevelChange change) {
    changes.add(change);
  }

  public void add(Disposition disposition) {
    dispositions.add(disposition);
  }

  /** The changes, in the order in which they are written. */
  public List<ThreatLevelChange> changes() {
    return changes.stream()
        .sorted(
            Comparator.comparing(ThreatLevelChange::getAt)
                .thenComparing(ThreatLevelChange::getSector)
                .thenComparing(ThreatLevelChange::getSequence))
        .toList();
  }

  /** The assessments, in the order in which they are written. */
  public List<SectorAssessment> assessments() {
    return assessments.stream()
        .sorted(
            Comparator.comparing(SectorAssessment::getAt)
                .thenComparing(SectorAssessment::getSector)
                .thenComparing(SectorAssessment::getSequence))
        .toList();
  }

  public int changeCount() {
    return changes.size();
  }

  public int assessmentCount() {
    return assessments.size();
  }

  /** Writes the files; existing ones are replaced. */
  public void write(Path folder, RunManifest manifest) {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve("manifest.json"));
      lines(folder.resolve("changes.ndjson"), changeLines());
      lines(folder.resolve("assessments.ndjson"), assessmentLines());
      lines(
          folder.resolve("dispositions.ndjson"),
          dispositions.stream()
              .sorted(
                  Comparator.comparing(Disposition::getAt)
                      .thenComparing(Disposition::getArticleKey)
                      .thenComparing(Disposition::getArticleRevision))
              .map(DispositionJson::of)
              .toList());
      Files.writeString(
          folder.resolve("metrics.json"), RunMetrics.json(manifest, assessments, changes) + "\n");
      // last: who finds it finds the rest
      Files.writeString(folder.resolve("manifest.json"), manifest.json() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  private List<String> changeLines() {
    return changes().stream().map(ChangeJson::of).toList();
  }

  private List<String> assessmentLines() {
    Map<String, NavigableMap<Long, ThreatLevel>> levels = new TreeMap<>();
    for (ThreatLevelChange change : changes) {
      levels
          .computeIfAbsent(change.getSector(), sector -> new TreeMap<>())
          .put(change.getAssessment(), change.getTo());
    }
    return assessments().stream()
        .map(assessment -> ChangeJson.of(assessment, level(levels, assessment)))
        .toList();
  }

  /**
   * The level in force after an assessment: that of the last change decided on it or on an earlier
   * one.
   */
  private static ThreatLevel level(
      Map<String, NavigableMap<Long, ThreatLevel>> levels, SectorAssessment assessment) {
    NavigableMap<Long, ThreatLevel> moves =
        levels.getOrDefault(assessment.getSector(), new TreeMap<>());
    Map.Entry<Long, ThreatLevel> last = moves.floorEntry(assessment.getSequence());
    return last == null ? ThreatLevel.LOW : last.getValue();
  }

  private static void lines(Path file, List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
