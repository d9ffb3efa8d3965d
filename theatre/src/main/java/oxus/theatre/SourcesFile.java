package oxus.theatre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oxus.schemas.Reliability;

/** Reads and checks {@code sources.csv}. */
final class SourcesFile {
  private static final List<String> COLUMNS =
      List.of("id", "name", "reliability", "family", "domains", "names");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  private final List<Located<Source>> sources = new ArrayList<>();
  private final List<Problem> problems;

  private SourcesFile(List<Problem> problems) {
    this.problems = problems;
  }

  static List<Source> read(String file, String text, List<Problem> problems) {
    SourcesFile read = new SourcesFile(problems);
    for (Csv.Row row : Csv.read(file, text, COLUMNS, problems)) {
      read.sources.add(row.locate(source(row)));
    }
    read.checkUnique("id", source -> List.of(source.id()));
    read.checkUnique("name", source -> source.names().stream().map(Gazetteer::fold).toList());
    read.checkUnique("domain", Source::domains);
    read.checkFamilies();
    return read.sources.stream().map(Located::value).toList();
  }

  private static Source source(Csv.Row row) {
    String id = Names.id(row);
    List<String> domains = row.texts("domains");
    for (String domain : domains) {
      if (!DOMAIN.matcher(domain).matches() || domain.startsWith("www.")) {
        row.problem(
            "'" + domain + "' of source '" + id + "' is no domain",
            "write it in lower case without http:// and www.");
      }
    }
    return new Source(
        id,
        Names.required(row, "name"),
        Names.distinct(row, row.text("name"), row.texts("names")),
        row.find("family").orElse(id),
        reliability(row),
        domains);
  }

  private static Reliability reliability(Csv.Row row) {
    String letter = row.text("reliability");
    for (Reliability reliability : Reliability.values()) {
      if (reliability.name().equals(letter)) {
        return reliability;
      }
    }
    row.problem(
        "reliability '" + letter + "' of source '" + row.text("id") + "' is no grade",
        "use one of " + Arrays.toString(Reliability.values()));
    return Reliability.F;
  }

  private void checkUnique(String what, Function<Source, List<String>> keys) {
    Map<String, Located<Source>> owners = new LinkedHashMap<>();
    for (Located<Source> source : sources) {
      for (String key : new LinkedHashSet<>(keys.apply(source.value()))) {
        Located<Source> owner = owners.putIfAbsent(key, source);
        if (owner != null) {
          problems.add(
              source.problem(
                  what
                      + " '"
                      + key
                      + "' is taken by source '"
                      + owner.value().id()
                      + "' of line "
                      + owner.line(),
                  "leave it to one of them"));
        }
      }
    }
  }

  /**
   * A family is named by its leading source, which is its own family, or by a word that two or more
   * sources share: so no chain, no cycle, and a mistyped family shows.
   */
  private void checkFamilies() {
    Map<String, Source> byId = new LinkedHashMap<>();
    sources.forEach(source -> byId.putIfAbsent(source.value().id(), source.value()));
    Map<String, Long> sizes =
        sources.stream()
            .collect(
                Collectors.groupingBy(source -> source.value().family(), Collectors.counting()));
    for (Located<Source> located : sources) {
      Source source = located.value();
      Source leader = byId.get(source.family());
      if (leader != null && !leader.family().equals(leader.id())) {
        problems.add(
            located.problem(
                "family '"
                    + leader.id()
                    + "' of source '"
                    + source.id()
                    + "' is itself of family '"
                    + leader.family()
                    + "'",
                "name one source or one word as the family of all of them"));
      }
      if (leader == null && sizes.getOrDefault(source.family(), 0L) < 2) {
        problems.add(
            located.problem(
                "family '"
                    + source.family()
                    + "' of source '"
                    + source.id()
                    + "' is no source, and no other source has it",
                Nearest.cure(source.family(), byId.keySet()) + " Or leave the cell empty"));
      }
    }
  }
}
