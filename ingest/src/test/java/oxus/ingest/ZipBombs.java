package oxus.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Few bytes that become many. */
final class ZipBombs {
  /** What the nested bomb becomes when all of its three layers are unpacked. */
  static final int UNPACKED = 400_000_000;

  private static final byte[] ZEROS = new byte[100_000];

  private ZipBombs() {}

  static byte[] gzip(int zeros) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(packed)) {
      write(zeros, zip);
    }
    return packed.toByteArray();
  }

  static byte[] deflate(int zeros) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zip = new DeflaterOutputStream(packed)) {
      write(zeros, zip);
    }
    return packed.toByteArray();
  }

  /** One layer packs a thousandfold at most; three make more than a million. */
  static byte[] nested() throws IOException {
    return gzip(gzip(gzip(UNPACKED)));
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(content);
    }
    return packed.toByteArray();
  }

  private static void write(int zeros, OutputStream out) throws IOException {
    for (int written = 0; written < zeros; written += ZEROS.length) {
      out.write(ZEROS);
    }
  }
}
