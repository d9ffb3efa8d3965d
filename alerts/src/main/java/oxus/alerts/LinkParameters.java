package oxus.alerts;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import oxus.schemas.ThreatLevel;

/** The parameters of a link, read strictly: what is mistyped must not pass as left out. */
final class LinkParameters {
  private final MultiMap parameters;

  private LinkParameters(MultiMap parameters) {
    this.parameters = parameters;
  }

  /** Complains of every parameter that is not one of these, and of any given twice. */
  static LinkParameters only(RoutingContext context, String... names) {
    MultiMap parameters = context.queryParams();
    for (String name : parameters.names()) {
      if (!Arrays.asList(names).contains(name)) {
        throw new BadLinkException(
            "unknown parameter '" + name + "'; use " + String.join(", ", names));
      }
      if (parameters.getAll(name).size() > 1) {
        throw new BadLinkException("parameter '" + name + "' is given twice; give it once");
      }
    }
    return new LinkParameters(parameters);
  }

  /** For a link whose parameters were checked before. */
  static LinkParameters all(RoutingContext context) {
    return new LinkParameters(context.queryParams());
  }

  /** What follows a prefix in the path, decoded; ids hold slashes and hashes. */
  static String rest(RoutingContext context, String prefix) {
    return decoded(context.request().path().substring(prefix.length()));
  }

  /** A piece of a path, decoded. */
  static String decoded(String encoded) {
    try {
      // a plus sign is a plus sign in a path
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadLinkException(
          "'" + encoded + "' is not well encoded; write / as %2F and # as %23");
    }
  }

  /** An empty value counts as left out: forms send all their fields. */
  Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
  }

  Optional<Long> number(String name, long least, long greatest) {
    return text(name)
        .map(
            value -> {
              long number = parse(name, value, least, greatest);
              if (number < least || number > greatest) {
                throw notNumber(name, value, least, greatest);
              }
              return number;
            });
  }

  private static long parse(String name, String value, long least, long greatest) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw notNumber(name, value, least, greatest);
    }
  }

  private static BadLinkException notNumber(String name, String value, long least, long greatest) {
    String most = greatest == Long.MAX_VALUE ? "upwards" : "to " + greatest;
    return new BadLinkException(
        name + "='" + value + "' is not such a number; write one from " + least + " " + most);
  }

  Optional<ThreatLevel> level(String name) {
    return text(name)
        .map(
            value ->
                Arrays.stream(ThreatLevel.values())
                    .filter(level -> level.name().equals(value))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new BadLinkException(
                                name
                                    + "='"
                                    + value
                                    + "' is no threat level; use one of "
                                    + Arrays.toString(ThreatLevel.values()))));
  }

  Optional<String> choice(String name, List<String> choices) {
    Optional<String> value = text(name);
    if (value.isPresent() && !choices.contains(value.get())) {
      throw new BadLinkException(
          name + "='" + value.get() + "' is not known here; use one of " + choices);
    }
    return value;
  }

  /** The first moment meant: a bare date is its start. */
  Optional<Instant> from(String name) {
    return text(name).map(value -> instant(name, value, date -> date));
  }

  /** The last moment meant: a bare date is its end. */
  Optional<Instant> until(String name) {
    return text(name)
        .map(value -> instant(name, value, date -> date.plusDays(1)))
        .map(
            end ->
                text(name).filter(value -> value.length() == 10).isPresent()
                    ? end.minusMillis(1)
                    : end);
  }

  private interface DayShift {
    LocalDate of(LocalDate day);
  }

  private static Instant instant(String name, String value, DayShift shift) {
    try {
      if (value.length() == 10) {
        return shift.of(LocalDate.parse(value)).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (value.length() == 16) {
        // what a form's field for date and time sends
        return LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
      }
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new BadLinkException(
          name
              + "='"
              + value
              + "' is not a time; write 2021-06-22T18:00:00Z or 2021-06-22 (UTC), with + as %2B");
    }
  }
}
