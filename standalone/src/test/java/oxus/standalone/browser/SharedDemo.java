package oxus.standalone.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands all browser tests one demo and one browser: to start them takes longer than to use them.
 */
final class SharedDemo implements ParameterResolver {
  static final String END = "2021-07-10T00:00:00Z";

  /** What is shared; it ends with the last test. */
  record Both(Demo demo, Chromium chromium, Path folder) implements AutoCloseable {

    static Both start() {
      try {
        Path folder = Files.createTempDirectory("oxus-browser-");
        return new Both(Demo.until(END, folder), Chromium.launch(), folder);
      } catch (Exception e) {
        throw new IllegalStateException("demo or browser did not come up", e);
      }
    }

    @Override
    public void close() throws IOException {
      chromium.close();
      demo.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Both.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedDemo.class))
        .getOrComputeIfAbsent(Both.class, first -> Both.start(), Both.class);
  }
}
