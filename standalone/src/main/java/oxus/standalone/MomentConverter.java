package oxus.standalone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment: an instant, or a bare date that means the end of that day. */
final class MomentConverter implements ITypeConverter<Instant> {
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);

  @Override
  public Instant convert(String text) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atTime(LAST).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no moment; write 2021-06-26 or 2021-06-26T12:00:00Z");
    }
  }
}
