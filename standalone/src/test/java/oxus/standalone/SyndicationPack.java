package oxus.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the syndication pack: groups of articles on one happening, and how many voices each has.
 */
final class SyndicationPack {
  private static final Path FILE = Path.of("src/test/resources/oxus/standalone/syndication.txt");
  private static final Pattern CHANGE = Pattern.compile("\"(.*)\" > \"(.*)\"");

  private final Map<String, List<String>> texts = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();

  /** One happening, as some outlets tell it. */
  record Group(String name, String kind, int voices, List<Told> articles) {}

  /** An article of a group; empty: no credit, nobody named. */
  record Told(String source, String wire, String attributedTo, String body) {}

  static List<Group> read() throws IOException {
    SyndicationPack pack = new SyndicationPack();
    for (String block : Files.readString(FILE).split("\n\n", -1)) {
      List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        pack.take(lines.get(0), lines.subList(1, lines.size()));
      }
    }
    return pack.groups;
  }

  private void take(String head, List<String> lines) {
    if (head.startsWith("text ")) {
      texts.put(head.substring(5), lines);
      return;
    }
    List<String> cells = cells(head.substring("group ".length()));
    groups.add(
        new Group(
            cells.get(0),
            cells.get(1),
            Integer.parseInt(cells.get(2)),
            lines.stream().map(this::article).toList()));
  }

  private Told article(String line) {
    List<String> cells = cells(line);
    return new Told(cells.get(0), cells.get(1), cells.get(2), body(cells.get(3)));
  }

  private static List<String> cells(String line) {
    return Pattern.compile("\\|").splitAsStream(line).map(String::strip).toList();
  }

  /** A text with its edits, in their order. */
  private String body(String told) {
    List<String> parts = Pattern.compile(";").splitAsStream(told).map(String::strip).toList();
    List<String> sentences = new ArrayList<>(text(parts.get(0)));
    for (String edit : parts.subList(1, parts.size())) {
      sentences = edited(sentences, edit);
    }
    return String.join(" ", sentences);
  }

  private List<String> edited(List<String> sentences, String edit) {
    Matcher change = CHANGE.matcher(edit);
    if (change.matches()) {
      String old = change.group(1);
      if (sentences.stream().noneMatch(sentence -> sentence.contains(old))) {
        throw new IllegalArgumentException("no sentence has '" + old + "' to change");
      }
      return sentences.stream().map(sentence -> sentence.replace(old, change.group(2))).toList();
    }
    String what = edit.substring(edit.indexOf(' ') + 1);
    List<String> left = new ArrayList<>();
    if (edit.startsWith("before ")) {
      left.addAll(text(what));
    }
    for (int number = 1; number <= sentences.size(); number++) {
      boolean isNamed = List.of(what.split(" ", -1)).contains(Integer.toString(number));
      if (!(edit.startsWith("without ") && isNamed) && !(edit.startsWith("only ") && !isNamed)) {
        left.add(sentences.get(number - 1));
      }
    }
    if (edit.startsWith("after ")) {
      left.addAll(text(what));
    }
    return left;
  }

  private List<String> text(String name) {
    List<String> text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("the pack has no text '" + name + "'");
    }
    return text;
  }
}
