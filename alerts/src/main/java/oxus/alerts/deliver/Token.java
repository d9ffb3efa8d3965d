package oxus.alerts.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ids as tokens: what formats cannot hold in an id is written as per cent and two hex digits. */
final class Token {
  private static final String PLAIN = "-._~/#";

  private Token() {}

  static String of(String id) {
    StringBuilder token = new StringBuilder();
    for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (octet & 0xFF);
      if (isPlain(letter)) {
        token.append(letter);
      } else {
        token.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
      }
    }
    return token.toString();
  }

  private static boolean isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || PLAIN.indexOf(letter) >= 0;
  }
}
