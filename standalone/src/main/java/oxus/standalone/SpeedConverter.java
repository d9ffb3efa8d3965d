package oxus.standalone;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a speed: a factor, or {@code max}. */
final class SpeedConverter implements ITypeConverter<SpeedConverter.Speed> {
  /**
   * How fast a replay goes.
   *
   * @param factor times faster than life; empty: as fast as it can
   */
  record Speed(Optional<Double> factor) {}

  @Override
  public Speed convert(String text) {
    if (text.equals("max")) {
      return new Speed(Optional.empty());
    }
    try {
      double factor = Double.parseDouble(text);
      if (factor > 0 && Double.isFinite(factor)) {
        return new Speed(Optional.of(factor));
      }
    } catch (NumberFormatException e) {
      // told below, together with numbers that are none of a speed
    }
    throw new TypeConversionException(
        "'" + text + "' is no speed; write max, or a factor above 0 such as 3600");
  }
}
