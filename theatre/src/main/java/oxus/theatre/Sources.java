package oxus.theatre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.Reliability;

/** The theatre's sources. A source that it does not know is graded F and is its own family. */
public final class Sources {
  private final List<Source> sources;
  private final Map<String, Source> byId = new LinkedHashMap<>();
  private final Map<String, Source> byName = new LinkedHashMap<>();

  public Sources(List<Source> sources) {
    this.sources = List.copyOf(sources);
    for (Source source : sources) {
      byId.put(source.id(), source);
      byName.put(Gazetteer.fold(source.name()), source);
      for (String name : source.names()) {
        byName.put(Gazetteer.fold(name), source);
      }
    }
  }

  public List<Source> sources() {
    return sources;
  }

  public Optional<Source> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The source that is called so, if the theatre knows it. */
  public Optional<Source> known(String name) {
    return Optional.ofNullable(byName.get(Gazetteer.fold(name)));
  }

  /**
   * The standing of a publisher family: that of the outlet it is named after, else of its first.
   */
  public Optional<Reliability> ofFamily(String family) {
    return byId(family)
        .or(() -> sources.stream().filter(source -> source.family().equals(family)).findFirst())
        .map(Source::reliability);
  }

  /**
   * The source that a manifest, a feed or a credit calls so; an unknown name becomes a source of
   * grade F.
   */
  public Source named(String name) {
    Source known = byName.get(Gazetteer.fold(name));
    if (known != null) {
      return known;
    }
    String slug = slug(name);
    return new Source(slug, name, List.of(name), slug, Reliability.F, List.of());
  }

  private static String slug(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "unknown" : slug;
  }
}
