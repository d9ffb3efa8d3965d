package oxus.ingest.collect;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says of the encoding of its answer. */
final class Charsets {
  private static final Pattern CHARSET = Pattern.compile("charset=[\"']?([\\w.:-]+)");

  private Charsets() {}

  /** The encoding that a {@code Content-Type} names, if it is one that can be read. */
  static Optional<String> of(Optional<String> contentType) {
    Matcher found = CHARSET.matcher(contentType.orElse("").toLowerCase(Locale.ROOT));
    return found.find() ? Optional.of(found.group(1)).filter(Charsets::isKnown) : Optional.empty();
  }

  private static boolean isKnown(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
