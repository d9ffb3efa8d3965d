package oxus.ingest.collect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A URL without what is not about the article: trackers, fragments, and the ways of AMP. */
public final class CanonicalUrl {
  private static final Set<String> TRACKERS =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "msclkid",
          "yclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "cmpid",
          "cmp",
          "ocid",
          "smid",
          "ns_mchannel",
          "ns_source",
          "ns_campaign",
          "ns_linkname",
          "_ga",
          "amp",
          "outputtype",
          "at_medium",
          "at_campaign",
          "traffic_source",
          "xtor");
  private static final Pattern AMP_CACHE =
      Pattern.compile(
          "https?://(?:[^/]+\\.cdn\\.ampproject\\.org/(?:c|v)|www\\.google\\.[a-z.]+/amp)/(s/)?(.+)");

  private CanonicalUrl() {}

  public static String of(String url) {
    String plain = url.strip();
    Matcher cached = AMP_CACHE.matcher(plain);
    if (cached.matches()) {
      plain = (cached.group(1) == null ? "http://" : "https://") + cached.group(2);
    }
    int fragment = plain.indexOf('#');
    plain = fragment < 0 ? plain : plain.substring(0, fragment);
    int query = plain.indexOf('?');
    if (query < 0) {
      return withoutAmp(plain);
    }
    String kept =
        Arrays.stream(plain.substring(query + 1).split("&", -1))
            .filter(CanonicalUrl::isAboutTheArticle)
            .collect(Collectors.joining("&"));
    String path = withoutAmp(plain.substring(0, query));
    return kept.isEmpty() ? path : path + "?" + kept;
  }

  private static String withoutAmp(String path) {
    String plain = path.endsWith("/amp/") ? path.substring(0, path.length() - 1) : path;
    return plain.endsWith("/amp") ? plain.substring(0, plain.length() - 4) : path;
  }

  private static boolean isAboutTheArticle(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    return !name.isEmpty() && !name.startsWith("utm_") && !TRACKERS.contains(name);
  }
}
