package oxus.theatre;

import java.util.List;
import oxus.schemas.Reliability;

/**
 * Who publishes, with a standing reliability.
 *
 * @param id stable id in lower case with dashes: {@code asia-plus}
 * @param names every name by which manifests and credits call it
 * @param family outlets of one publisher share a family and count as one voice
 * @param domains its internet domains, without {@code www.}
 */
public record Source(
    String id,
    String name,
    List<String> names,
    String family,
    Reliability reliability,
    List<String> domains) {

  public Source {
    names = List.copyOf(names);
    domains = List.copyOf(domains);
  }
}
