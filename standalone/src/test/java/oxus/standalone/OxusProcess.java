package oxus.standalone;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The oxus command in a JVM of its own, as a user runs it. */
public final class OxusProcess {
  private static final long PATIENCE_SECONDS = 200;

  private final List<String> java = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final Path log;

  private OxusProcess(Path log, String javaHome) {
    this.log = log;
    java.add(javaHome + File.separator + "bin" + File.separator + "java");
    // it lives for seconds: the optimising compiler would take longer than it saves
    java.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    java.addAll(List.of("-cp", System.getProperty("java.class.path")));
  }

  /** On this JDK, with its output in a file. */
  public static OxusProcess logging(Path log) {
    return new OxusProcess(log, System.getProperty("java.home"));
  }

  /** On another JDK. */
  public static OxusProcess logging(Path log, String javaHome) {
    return new OxusProcess(log, javaHome);
  }

  public OxusProcess with(String... javaOptions) {
    java.addAll(1, List.of(javaOptions));
    return this;
  }

  public OxusProcess knowing(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs to the end and expects success. */
  public void run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, SECONDS)).as("ends in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  /** Runs for a while, then kills with SIGKILL; false when it had ended by itself before. */
  public boolean killAfter(Duration delay, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(arguments);
    if (process.waitFor(delay.toMillis(), MILLISECONDS)) {
      return false;
    }
    process.destroyForcibly().waitFor();
    return true;
  }

  /**
   * Runs until its output has a text, then asks it to end as Ctrl-C does.
   *
   * @return the exit code
   */
  public int interruptAt(String text, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(arguments);
    try {
      long looks = PATIENCE_SECONDS * 10;
      while (!Files.readString(log).contains(text) && process.isAlive() && looks-- > 0) {
        boolean unused = process.waitFor(100, MILLISECONDS);
      }
      Process kill =
          new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start();
      assertThat(kill.waitFor()).as("the signal is sent").isZero();
      assertThat(process.waitFor(PATIENCE_SECONDS, SECONDS)).as("ends in time").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Starts and leaves it to the caller to end it. */
  public Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(java);
    command.add(Oxus.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
