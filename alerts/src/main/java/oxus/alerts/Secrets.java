package oxus.alerts;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Draws what nobody may guess: keys, sessions, request ids. The only place where chance rules. */
public final class Secrets {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** 256 bits as 64 hex digits. */
  public String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
