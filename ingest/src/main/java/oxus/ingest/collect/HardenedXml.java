package oxus.ingest.collect;

import com.rometools.rome.io.XmlReader;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.JDOMFactory;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.SAXHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** XML without what XML can do to its reader: no DTD, no entities of its own, bounded nesting. */
final class HardenedXml {
  private static final String FEATURES = "http://apache.org/xml/features/";
  private static final String SAX = "http://xml.org/sax/features/";
  private static final int DEEPEST = 100;
  private static final int MOST_ELEMENTS = 100_000;

  /** What stands before the root element is short. */
  private static final int HEAD = 65_536;

  private HardenedXml() {}

  static Document parse(byte[] body, Optional<String> contentType) {
    Bounds bounds = new Bounds();
    try (Reader text = new XmlFixerReader(decode(body, contentType))) {
      return builder(bounds).build(text);
    } catch (JDOMException | IOException | IllegalArgumentException e) {
      // JDOM takes fewer names than XML does, and says so by the last of these
      throw new UnreadableFeedException(
          fault(bounds, body), "not XML that is read here: " + e.getMessage());
    }
  }

  private static FeedFault fault(Bounds bounds, byte[] body) {
    if (bounds.broken.isPresent()) {
      return bounds.broken.get();
    }
    // signs of ASCII, whatever the encoding
    String head =
        new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    if (head.toLowerCase(Locale.ROOT).contains("<!doctype html")) {
      return FeedFault.NOT_A_FEED;
    }
    if (head.contains("<!DOCTYPE")) {
      return FeedFault.HAS_DTD;
    }
    return head.contains("<") ? FeedFault.MALFORMED_XML : FeedFault.NOT_A_FEED;
  }

  private static SAXBuilder builder(Bounds bounds) {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature(FEATURES + "disallow-doctype-decl", true);
    builder.setFeature(FEATURES + "nonvalidating/load-external-dtd", false);
    builder.setFeature(SAX + "external-general-entities", false);
    builder.setFeature(SAX + "external-parameter-entities", false);
    builder.setExpandEntities(false);
    builder.setSAXHandlerFactory(Plain::new);
    builder.setXMLFilter(bounds);
    return builder;
  }

  /** By byte order mark, then the server's word, then the declaration, else UTF-8. */
  private static Reader decode(byte[] body, Optional<String> contentType) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    Optional<String> charset = hasByteOrderMark(body) ? Optional.empty() : Charsets.of(contentType);
    try {
      return charset.isPresent()
          ? new InputStreamReader(bytes, charset.get())
          : new XmlReader(bytes, true, "UTF-8");
    } catch (UnsupportedEncodingException
        | UnsupportedCharsetException
        | IllegalCharsetNameException e) {
      throw new UnreadableFeedException(
          FeedFault.UNKNOWN_ENCODING, "no such encoding: " + e.getMessage());
    } catch (IOException e) {
      throw new UnreadableFeedException(
          FeedFault.MALFORMED_XML, "cannot be decoded: " + e.getMessage());
    }
  }

  private static boolean hasByteOrderMark(byte[] body) {
    return body.length > 2
        && ((body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf)
            || (body[0] == (byte) 0xfe && body[1] == (byte) 0xff)
            || (body[0] == (byte) 0xff && body[1] == (byte) 0xfe));
  }

  /** Elements and their text only: what else XML holds says nothing and could be millions. */
  private static final class Plain extends SAXHandler {
    Plain(JDOMFactory factory) {
      super(factory);
    }

    @Override
    public void comment(char[] text, int start, int length) {}

    @Override
    public void startCDATA() {}

    @Override
    public void endCDATA() {}
  }

  /** Stops at what no feed has. */
  private static final class Bounds extends XMLFilterImpl {
    private Optional<FeedFault> broken = Optional.empty();
    private int depth;
    private int elements;

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes)
        throws SAXException {
      depth++;
      if (depth > DEEPEST) {
        throw stop(FeedFault.TOO_DEEP, "more than " + DEEPEST + " elements within one another");
      }
      count(1 + attributes.getLength());
      super.startElement(space, name, qualified, attributes);
    }

    @Override
    public void endElement(String space, String name, String qualified) throws SAXException {
      depth--;
      super.endElement(space, name, qualified);
    }

    /** Their names fill a table while they are read. */
    @Override
    public void processingInstruction(String target, String data) throws SAXException {
      count(1);
    }

    private void count(int more) throws SAXException {
      elements += more;
      if (elements > MOST_ELEMENTS) {
        throw stop(
            FeedFault.TOO_MANY_ELEMENTS,
            "more than " + MOST_ELEMENTS + " elements, attributes and instructions");
      }
    }

    private SAXException stop(FeedFault fault, String message) {
      broken = Optional.of(fault);
      return new SAXException(message);
    }
  }
}
