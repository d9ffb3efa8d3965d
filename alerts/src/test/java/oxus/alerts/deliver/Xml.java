package oxus.alerts.deliver;

import com.thaiopensource.util.SinglePropertyMap;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What tests ask of XML: whether it is well formed and valid, and what stands where. */
public final class Xml {
  private Xml() {}

  public static Document parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("not well formed: " + e.getMessage() + "\n" + text, e);
    }
  }

  /** What the OASIS schema finds wrong with a CAP message. */
  public static List<String> capFaults(String text) {
    try {
      Validator validator =
          SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
              .newSchema(Xml.class.getResource("/oxus/alerts/cap/CAP-v1.2.xsd"))
              .newValidator();
      Faults faults = new Faults();
      validator.setErrorHandler(faults);
      validator.validate(new StreamSource(new StringReader(text)));
      return faults.found;
    } catch (SAXException | IOException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** What the schema after RFC 4287 finds wrong with an Atom feed. */
  public static List<String> atomFaults(String text) {
    Faults faults = new Faults();
    ValidationDriver driver =
        new ValidationDriver(
            SinglePropertyMap.newInstance(ValidateProperty.ERROR_HANDLER, faults),
            CompactSchemaReader.getInstance());
    try {
      String schema = String.valueOf(Xml.class.getResource("/oxus/alerts/atom.rnc"));
      if (!driver.loadSchema(ValidationDriver.uriOrFileInputSource(schema))) {
        throw new IllegalStateException("atom.rnc is not a schema: " + faults.found);
      }
      driver.validate(new InputSource(new StringReader(text)));
    } catch (SAXException | IOException e) {
      faults.found.add(String.valueOf(e.getMessage()));
    }
    return faults.found;
  }

  /** The texts of all elements of a name, in order. */
  public static List<String> texts(Node within, String name) {
    return elements(within, name).stream().map(Node::getTextContent).toList();
  }

  /** The text of the one element of a name. */
  public static String text(Node within, String name) {
    List<String> texts = texts(within, name);
    if (texts.size() != 1) {
      throw new AssertionError(texts.size() + " elements are called " + name + ", not one");
    }
    return texts.get(0);
  }

  public static List<Element> elements(Node within, String name) {
    NodeList nodes =
        within instanceof Document document
            ? document.getElementsByTagNameNS("*", name)
            : ((Element) within).getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static final class Faults implements ErrorHandler {
    private final List<String> found = new ArrayList<>();

    @Override
    public void warning(SAXParseException fault) {
      found.add(String.valueOf(fault.getMessage()));
    }

    @Override
    public void error(SAXParseException fault) {
      found.add(String.valueOf(fault.getMessage()));
    }

    @Override
    public void fatalError(SAXParseException fault) {
      found.add(String.valueOf(fault.getMessage()));
    }
  }
}
