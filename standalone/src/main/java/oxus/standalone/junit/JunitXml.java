package oxus.standalone.junit;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Checks in the XML that build servers read. It tells no times, so that two runs compare equal. */
public final class JunitXml {
  private JunitXml() {}

  /**
   * The file's text.
   *
   * @param suite what the checks are called together
   */
  public static String of(String suite, List<JunitCase> cases) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeStartElement("testsuite");
      attribute(xml, "name", suite);
      attribute(xml, "tests", Integer.toString(cases.size()));
      attribute(
          xml,
          "failures",
          Long.toString(cases.stream().filter(each -> each.failure().isPresent()).count()));
      attribute(xml, "errors", "0");
      attribute(xml, "skipped", "0");
      attribute(xml, "time", "0");
      for (JunitCase each : cases) {
        write(xml, suite, each);
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes every text", e);
    }
    return text + "\n";
  }

  private static void write(XMLStreamWriter xml, String suite, JunitCase each)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testcase");
    attribute(xml, "name", each.name());
    attribute(xml, "classname", suite);
    attribute(xml, "time", "0");
    Optional<JunitCase.Failure> failure = each.failure();
    if (failure.isPresent()) {
      xml.writeStartElement("failure");
      attribute(xml, "message", failure.get().message());
      attribute(xml, "type", "differs");
      xml.writeCharacters(clean(failure.get().text()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** XML has no place for most control characters, whatever a text says. */
  private static String clean(String text) {
    return text.codePoints()
        .map(point -> isAllowed(point) ? point : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowed(int point) {
    boolean isSpace = point == '\t' || point == '\n' || point == '\r';
    boolean isNone = point == 0xFFFE || point == 0xFFFF || (point >= 0xD800 && point <= 0xDFFF);
    return isSpace || (point >= 0x20 && !isNone);
  }
}
