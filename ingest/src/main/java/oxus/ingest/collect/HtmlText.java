package oxus.ingest.collect;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of HTML, paragraph by paragraph, without what is not read aloud. */
public final class HtmlText {
  static final int MOST_TAGS = 20_000;

  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head");

  private HtmlText() {}

  /** The text of a piece of HTML, or of a plain text, which is HTML too. */
  public static String of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html.strip();
    }
    return of(Jsoup.parseBodyFragment(upToMostTags(html)).body());
  }

  /** A tree takes a hundred times the room of its tags: what no article has is left out. */
  private static String upToMostTags(String html) {
    int tags = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      tags++;
      if (tags > MOST_TAGS) {
        return html.substring(0, at);
      }
    }
    return html;
  }

  /** A title: all of it on one line. */
  static String line(String html) {
    return of(html).replaceAll("\\s+", " ").strip();
  }

  static String of(Element element) {
    Lines lines = new Lines();
    NodeTraversor.traverse(lines, element);
    return lines.text();
  }

  /** Gathers words into lines; a block begins and ends one. */
  private static final class Lines implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();
    private int silent;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && silent == 0) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        silent += SILENT.contains(element.normalName()) ? 1 : 0;
        endLine(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        silent -= SILENT.contains(element.normalName()) ? 1 : 0;
        endLine(element);
      }
    }

    private void append(String words) {
      for (int at = 0; at < words.length(); at++) {
        char sign = words.charAt(at);
        boolean space = sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r' || sign == 0xa0;
        if (!space) {
          text.append(sign);
        } else if (!text.isEmpty() && !endsWith(' ') && !endsWith('\n')) {
          text.append(' ');
        }
      }
    }

    private void endLine(Element element) {
      if (!element.isBlock() && !element.normalName().equals("br")) {
        return;
      }
      if (endsWith(' ')) {
        text.setLength(text.length() - 1);
      }
      if (!text.isEmpty() && !endsWith('\n')) {
        text.append('\n');
      }
    }

    private boolean endsWith(char sign) {
      return !text.isEmpty() && text.charAt(text.length() - 1) == sign;
    }

    private String text() {
      return text.toString().strip();
    }
  }
}
