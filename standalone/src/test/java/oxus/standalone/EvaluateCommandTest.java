package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code oxus evaluate} prints, and how it exits. */
class EvaluateCommandTest {
  private static final String SENTENCE =
      "Taliban fighters captured the Sher Khan Bandar border crossing on Tuesday";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path gold = Path.of("");
  private Path articles = Path.of("");

  @BeforeEach
  void writeOneArticleWithItsGold() throws IOException {
    gold = Files.createDirectory(folder.resolve("gold"));
    articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(
        articles.resolve("made-up.txt"), "News\n\n" + SENTENCE + ", officials said.\n");
    writeGold(event("BORDER_SEIZURE", SENTENCE));
  }

  private void writeGold(String... events) throws IOException {
    Files.writeString(
        gold.resolve("made-up.jsonl"),
        "{\"doc\":\"made-up\",\"published\":\"2021-06-22\",\"source\":\"Made-up Wire\"}\n"
            + String.join("\n", events));
  }

  private static String event(String type, String cue) {
    return "{\"id\":\"made-up-01\",\"type\":[\""
        + type
        + "\"],\"scope\":[\"TJ-AF/PANJ\"],\"from\":\"2021-06-22\",\"to\":\"2021-06-22\",\"status\":\"REPORTED\",\"cue\":\""
        + cue
        + "\",\"req\":true}";
  }

  private int evaluate(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "evaluate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command.execute(all);
  }

  @Test
  void printsATable() {
    int code = evaluate(gold.toString(), articles.toString());

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines())
        .contains(
            "type            gold  found  right  wrong  again  precision  recall     F1  scope  dates  status",
            "total              1      1      1      0      0      1.000   1.000  1.000  1.000  1.000   1.000",
            "  with something to report     1, nothing found in 0");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void printsDetailsBeforeTheTable() throws IOException {
    writeGold(event("TALKS", SENTENCE));

    int code = evaluate(gold.toString(), articles.toString(), "--details");

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines().limit(4))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("missed ").contains("made-up-01", "«" + SENTENCE),
            line -> assertThat(line).startsWith("wrong ").contains("BORDER_SEIZURE"),
            line -> assertThat(line).isEmpty(),
            line -> assertThat(line).startsWith("type "));
  }

  @Test
  void printsLinesOfJson() throws IOException {
    writeGold(event("TALKS", SENTENCE));

    int code = evaluate(gold.toString(), articles.toString(), "--output", "ndjson", "--details");

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"kind\":\"type\",\"type\":\"BORDER_SEIZURE\""),
            line -> assertThat(line).startsWith("{\"kind\":\"type\",\"type\":\"TALKS\""),
            line -> assertThat(line).startsWith("{\"kind\":\"total\",\"gold\":1,\"found\":0,"),
            line -> assertThat(line).startsWith("{\"kind\":\"missed\",\"doc\":\"made-up\""),
            line -> assertThat(line).startsWith("{\"kind\":\"wrong\",\"doc\":\"made-up\""));
  }

  @Test
  void leavesUncodedTypesAsideUnlessAskedForAll() throws IOException {
    writeGold(event("DRAWDOWN", SENTENCE));

    evaluate(gold.toString(), articles.toString());
    evaluate(gold.toString(), articles.toString(), "--all-types");

    assertThat(out.toString())
        .containsOnlyOnce("gold of types left aside       1")
        .containsOnlyOnce("DRAWDOWN");
  }

  @Test
  void namesABadGoldLineAndScoresNothing() throws IOException {
    writeGold(event("BORDER_SEIZURE", SENTENCE).replace("TJ-AF/PANJ", "TJ-AF/PANG"));

    int code = evaluate(gold.toString(), articles.toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .startsWith(
            "oxus: "
                + gold.resolve("made-up.jsonl")
                + ":2: scope 'TJ-AF/PANG' is not in the theatre; use one of CA, ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void namesAnArticleThatIsMissing() throws IOException {
    Files.delete(articles.resolve("made-up.txt"));

    int code = evaluate(gold.toString(), articles.toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("made-up.jsonl:1: its article ").contains("add it");
  }

  @Test
  void namesAnArticleWithTwoGoldFiles() throws IOException {
    Files.copy(gold.resolve("made-up.jsonl"), gold.resolve("other.jsonl"));

    int code = evaluate(gold.toString(), articles.toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("other.jsonl:1: doc 'made-up' has another gold file; remove one");
  }

  @Test
  void namesAFolderWithoutGold() {
    int code = evaluate(articles.toString(), articles.toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains(articles + " has no *.jsonl; name a folder");
  }

  @Test
  void scoresTheTuningHalfOfTheShippedGoldByDefault() {
    int code = evaluate();

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines()).anyMatch(line -> line.matches("articles +[0-9]{3}"));
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--check --details, the check half has no --details: nobody looks at the misses",
    "ingest/src/gold/check/gold a --details, the check half has no --details: nobody looks",
    "--check a b, --check scores the shipped check half; leave out folders",
    "--check --phrasings, --check scores the shipped check half; leave out folders",
    "--phrasings a b, --phrasings takes one folder",
    "--phrasings --all-types, --phrasings always counts all types",
    "a, GOLD_DIR is alone; name ARTICLES_DIR too",
    "--output xml, --output is 'xml'; write text or ndjson",
  })
  void refusesWhatMakesNoSense(String arguments, String message) {
    int code = evaluate(arguments.split(" ", -1));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("oxus: " + message);
  }

  @Test
  void scoresABankOfPhrasings() throws IOException {
    Files.writeString(
        folder.resolve("bank.tsv"),
        "type\tsentence\nBORDER_SEIZURE\t" + SENTENCE + ".\nTALKS\tThe melons were sweet.\n");

    int code = evaluate("--phrasings", folder.toString(), "--details");

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines())
        .startsWith(
            folder.resolve("bank.tsv") + ":3  wanted TALKS, came -  «The melons were sweet.»")
        .contains("total               1   2  0.500           0           0");
  }

  @Test
  void namesABadLineOfABank() throws IOException {
    Path bank = folder.resolve("bank.tsv");
    Files.writeString(bank, "type\tsentence\nTALK\tThey met.\n");

    int code = evaluate("--phrasings", folder.toString(), "--output", "ndjson");

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).startsWith("oxus: " + bank + ":2: type 'TALK' is unknown; use one");
    assertThat(out.toString()).isEmpty();
  }
}
