package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oxus.standalone.explain.Explanation;
import oxus.standalone.explain.ExplanationJson;
import oxus.standalone.explain.ExplanationText;
import oxus.standalone.explain.History;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus explain CHANGE|SECTOR}. */
@Command(
    name = "explain",
    description =
        "Explains a level by what was known at a moment: the evidence, the rules, why not higher or lower.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
  private static final String SHIPPED = "summer-2021";

  @Parameters(
      index = "0",
      paramLabel = "CHANGE|SECTOR",
      description = "What to explain, for example TJ-AF/PANJ#3 or TJ-AF/PANJ.")
  private String subject = "";

  @Parameters(
      index = "1",
      paramLabel = "SOURCE",
      arity = "0..1",
      description = HistoryOptions.SOURCE + " It is replayed in process. Default: " + SHIPPED + ".")
  private @Nullable String source;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description =
          "The moment; nothing later is known. A bare date is the end of that day. Default: a change's own time, for a sector the end of the history.")
  private @Nullable Instant at;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Look into a folder that oxus replay --out has written.")
  private @Nullable Path run;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "SERVERS",
      description = "Look into the topics of a running Oxus.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--prefix",
      paramLabel = "P",
      defaultValue = "",
      description = "Prefix of those topics. Default: none, the real thing.")
  private String prefix = "";

  @Mixin private HistoryOptions historyOptions = new HistoryOptions();
  @Mixin private TheatreOption theatre = new TheatreOption();
  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    History history = history();
    Explanation explanation = history.explain(subject, Optional.ofNullable(at));
    if (at != null && at.isAfter(history.end())) {
      command
          .commandLine()
          .getErr()
          .println("the history ends at " + history.end() + "; what came later is not in it");
    }
    PrintWriter out = command.commandLine().getOut();
    if (output.isNdjson()) {
      out.println(ExplanationJson.of(explanation));
    } else {
      ExplanationText.of(explanation).forEach(line -> out.println(ChangeLine.printable(line)));
    }
    out.flush();
    return ExitCode.FINE;
  }

  private History history() {
    if (Stream.of(source, run, bootstrapServers).filter(each -> each != null).count() > 1) {
      throw new ParameterException(
          command.commandLine(),
          "name one history only: a SOURCE, --run DIR, or --bootstrap-servers SERVERS");
    }
    Theatre loaded = theatre.load();
    if (run != null) {
      return new ExplainSource(loaded).run(run);
    }
    if (bootstrapServers != null) {
      return new ExplainSource(loaded).topics(bootstrapServers, prefix);
    }
    if (source == null) {
      command
          .commandLine()
          .getErr()
          .println(
              "of the shipped history "
                  + SHIPPED
                  + "; name another SOURCE, --run DIR, or --bootstrap-servers SERVERS");
    }
    return replayed(Optional.ofNullable(source).orElse(SHIPPED), loaded);
  }

  private History replayed(String history, Theatre loaded) {
    ReplayInput input = historyOptions.read(history, loaded);
    input
        .rejects()
        .forEach(reject -> command.commandLine().getErr().println("rejected " + reject.problem()));
    return ExplainSource.replay(
        theatre.namesPolicy() ? input.withoutPolicies() : input, loaded, Optional.ofNullable(at));
  }
}
