package oxus.alerts.deliver;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document written element by element, without the exceptions of writing to a file. */
final class XmlText {
  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter writer;

  XmlText() {
    try {
      // the JDK's own, whatever else is on the class path
      this.writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  void open(String root, String namespace) {
    try {
      writer.writeStartElement(root);
      writer.writeDefaultNamespace(namespace);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  void open(String element) {
    try {
      writer.writeStartElement(element);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  void close() {
    try {
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  void text(String element, String text) {
    open(element);
    try {
      writer.writeCharacters(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    close();
  }

  String document() {
    try {
      writer.writeEndDocument();
      writer.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.append('\n').toString();
  }
}
