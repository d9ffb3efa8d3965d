package oxus.alerts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import oxus.alerts.console.SituationReport;

/** A situation report as a PDF: plain text on A4, everything that the page says. */
final class SituationPdf {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 50;
  private static final float LEADING = 1.35f;

  /** A line as it will stand on paper. */
  private record Line(String text, float size) {}

  private final PDFont font;
  private final List<Line> lines = new ArrayList<>();

  private SituationPdf(PDFont font) {
    this.font = font;
  }

  static byte[] of(SituationReport report) {
    try (PDDocument document = new PDDocument();
        InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      if (file == null) {
        throw new IllegalStateException(FONT + " is not on the class path; rebuild Oxus");
      }
      SituationPdf pdf = new SituationPdf(PDType0Font.load(document, file));
      pdf.set(report);
      pdf.print(document, report.exercise() ? "EXERCISE" : "");
      document.getDocumentInformation().setTitle(report.title());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void set(SituationReport report) {
    wrap(report.title(), 17);
    wrap("As of " + report.at(), 10);
    for (SituationReport.Section section : report.sections()) {
      wrap(" ", 6);
      wrap(section.heading(), 13);
      section.lines().forEach(line -> wrap("• " + line, 10));
    }
  }

  private void wrap(String text, float size) {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      float used = 0;
      for (int c : paragraph.codePoints().toArray()) {
        String letter = letter(c);
        float wide = width(letter, size);
        if (used + wide > width) {
          String rest = breakAtSpace(line);
          lines.add(new Line(line.toString(), size));
          line.setLength(0);
          line.append(rest);
          used = width(rest, size);
        }
        line.append(letter);
        used += wide;
      }
      lines.add(new Line(line.toString(), size));
    }
  }

  /** Cuts the last word off, if the line holds more than that; returns what was cut. */
  private static String breakAtSpace(StringBuilder line) {
    int space = line.lastIndexOf(" ");
    if (space <= 0) {
      return "";
    }
    String rest = line.substring(space + 1);
    line.setLength(space);
    return rest;
  }

  /** What the font cannot show is shown as a question mark, so that nothing is left out unseen. */
  private String letter(int c) {
    String letter = Character.toString(c);
    try {
      font.encode(letter);
      return letter;
    } catch (IOException | IllegalArgumentException e) {
      return "?";
    }
  }

  private float width(String text, float size) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(PDDocument document, String mark) throws IOException {
    int next = 0;
    for (int number = 1; next < lines.size(); number++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        put(content, 25, 9, mark + " " + number);
        float y = PDRectangle.A4.getHeight() - MARGIN;
        while (next < lines.size() && y > MARGIN) {
          Line line = lines.get(next++);
          y -= line.size() * LEADING;
          put(content, y, line.size(), line.text());
        }
      }
    }
  }

  private void put(PDPageContentStream content, float y, float size, String text)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(MARGIN, y);
    content.showText(text);
    content.endText();
  }
}
