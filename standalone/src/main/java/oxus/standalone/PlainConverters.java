package oxus.standalone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times and numbers of the command line, and says of others how they are written. */
final class PlainConverters {
  private PlainConverters() {}

  static void register(CommandLine command) {
    command
        .registerConverter(Instant.class, PlainConverters::instant)
        .registerConverter(Duration.class, PlainConverters::duration)
        .registerConverter(Integer.class, PlainConverters::number)
        .registerConverter(int.class, PlainConverters::number);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no moment; write it as 2021-06-26T12:00:00Z");
    }
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no length of time; write it as PT15M, PT12H or P2D");
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no whole number");
    }
  }

  /** A moment, or a bare date that means the beginning of that day. */
  static final class Since implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
          ? instant(text + "T00:00:00Z")
          : instant(text);
    }
  }
}
