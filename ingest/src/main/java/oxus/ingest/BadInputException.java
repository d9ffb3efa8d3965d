package oxus.ingest;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Input that cannot be used; the message names the culprit and the cure. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }

  /** A file that cannot be read; of one that is missing the platform says no more than its name. */
  public static BadInputException unreadable(Path file, IOException why) {
    return new BadInputException(
        why instanceof NoSuchFileException
            ? file + " is not there; name a file that exists"
            : "cannot read " + file + ": " + why.getMessage());
  }
}
