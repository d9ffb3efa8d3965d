package oxus.schemas.outbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes a {@code Content-Encoding}, and stops at the limits instead of after them. */
final class Unpacking {
  private static final int STEP = 8192;

  /** Small texts may repeat themselves. */
  private static final int RATIO_COUNTS_FROM = 65_536;

  private final Limits limits;

  Unpacking(Limits limits) {
    this.limits = limits;
  }

  byte[] unpack(String encoding, byte[] packed) {
    String name = encoding.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("identity")) {
      return checked(packed);
    }
    try (InputStream unpacked = open(name, packed)) {
      return read(unpacked, packed.length);
    } catch (IOException e) {
      throw new RefusedException(Refusal.BROKEN_ENCODING, String.valueOf(e.getMessage()));
    }
  }

  private byte[] checked(byte[] plain) {
    if (plain.length > limits.unpackedBytes()) {
      throw new RefusedException(Refusal.TOO_LARGE_UNPACKED, plain.length + " bytes");
    }
    return plain;
  }

  private static InputStream open(String name, byte[] packed) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(packed);
    return switch (name) {
      case "gzip", "x-gzip" -> new GZIPInputStream(bytes, STEP);
      // meant as zlib, sent by some without its two bytes of header
      case "deflate" -> new InflaterInputStream(bytes, new Inflater(!isWrapped(packed)), STEP);
      default -> throw new RefusedException(Refusal.UNKNOWN_ENCODING, "'" + name + "'");
    };
  }

  private static boolean isWrapped(byte[] packed) {
    return (packed[0] & 15) == 8;
  }

  private byte[] read(InputStream unpacked, int packedBytes) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] step = new byte[STEP];
    long most = Math.max(RATIO_COUNTS_FROM, (long) packedBytes * limits.ratio());
    for (int count = unpacked.read(step); count >= 0; count = unpacked.read(step)) {
      whole.write(step, 0, count);
      if (whole.size() > most) {
        throw new RefusedException(
            Refusal.PACKED_TOO_TIGHT, packedBytes + " bytes become more than " + most);
      }
      if (whole.size() > limits.unpackedBytes()) {
        throw new RefusedException(
            Refusal.TOO_LARGE_UNPACKED, "more than " + limits.unpackedBytes() + " bytes");
      }
    }
    return whole.toByteArray();
  }
}
