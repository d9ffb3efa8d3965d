package oxus.ingest.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import oxus.ingest.article.Draft.PublicationTime;

/**
 * The article on a web page, without what stands around it.
 *
 * @param text empty when the page has no article that can be told from the rest
 * @param canonicalUrl which URL the page calls its own, if it is of the same site
 */
public record ReadableText(
    String title, String text, Optional<String> canonicalUrl, Optional<PublicationTime> published) {
  private static final int LARGEST = 2_000_000;
  private static final int DEEPEST = 256;
  private static final int MOST_ELEMENTS = 20_000;
  private static final int SHORTEST = 140;

  /**
   * Reads a page.
   *
   * @param url where it came from
   */
  public static ReadableText of(byte[] page, Optional<String> contentType, String url) {
    if (page.length > LARGEST || tags(page) > 2 * HtmlText.MOST_TAGS) {
      return new ReadableText("", "", Optional.empty(), Optional.empty());
    }
    Document document = parse(page, contentType, url);
    Optional<String> canonical =
        Optional.ofNullable(document.selectFirst("link[rel=canonical][href]"))
            .map(link -> link.absUrl("href"))
            .filter(link -> isSameSite(link, url));
    Optional<PublicationTime> published =
        meta(document, "article:published_time").flatMap(FeedDates::parse);
    String title = meta(document, "og:title").orElseGet(document::title);
    return new ReadableText(HtmlText.line(title), text(document, url), canonical, published);
  }

  /** Opening and closing ones, counted before a tree is made of them. */
  private static int tags(byte[] page) {
    int tags = 0;
    for (byte sign : page) {
      tags += sign == '<' ? 1 : 0;
    }
    return tags;
  }

  private static Document parse(byte[] page, Optional<String> contentType, String url) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(page), Charsets.of(contentType).orElse(null), url);
    } catch (IOException | IllegalArgumentException e) {
      return Document.createShell(url);
    }
  }

  /** A page that is made to harm is not weighed; its plain text would be of no use either. */
  private static String text(Document document, String url) {
    if (isTooMuch(document)) {
      return "";
    }
    Element article = new Readability4J(url, document.clone()).parse().getArticleContent();
    String text = article == null ? "" : HtmlText.of(article);
    if (text.length() >= SHORTEST) {
      return text;
    }
    Element marked = document.selectFirst("article, [itemprop=articleBody], main");
    String told = marked == null ? "" : HtmlText.of(marked);
    return told.length() > text.length() ? told : text;
  }

  private static boolean isTooMuch(Document document) {
    Bounds bounds = new Bounds();
    NodeTraversor.traverse(bounds, document);
    return bounds.deepest > DEEPEST || bounds.nodes > MOST_ELEMENTS;
  }

  private static final class Bounds implements NodeVisitor {
    private int deepest;
    private int nodes;

    @Override
    public void head(Node node, int depth) {
      deepest = Math.max(deepest, depth);
      nodes++;
    }
  }

  private static Optional<String> meta(Document document, String property) {
    return Optional.ofNullable(document.selectFirst("meta[property=" + property + "][content]"))
        .map(element -> element.attr("content").strip())
        .filter(content -> !content.isEmpty());
  }

  private static boolean isSameSite(String link, String url) {
    Optional<String> site = site(link);
    return site.isPresent() && site.equals(site(url));
  }

  private static Optional<String> site(String url) {
    try {
      return Optional.ofNullable(new URI(url).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m|amp)\\.", ""));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
