package oxus.standalone.browser;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A screenshot made small enough for a repository: scaled, and in its 256 most frequent colours.
 */
final class SmallPicture {
  private static final int COLOURS = 256;
  private static final int NEAR_COLOURS = 0xF8F8F8;

  private SmallPicture() {}

  static byte[] of(byte[] png, int width) throws IOException {
    BufferedImage picture = scaled(ImageIO.read(new ByteArrayInputStream(png)), width);
    List<Integer> palette = palette(picture);
    BufferedImage small = indexed(picture.getWidth(), picture.getHeight(), palette);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int colour = picture.getRGB(x, y) & 0xFFFFFF;
        int index = nearest.computeIfAbsent(colour, wanted -> nearest(wanted, palette));
        small.getRaster().setSample(x, y, 0, index);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(small, "png", out);
    return out.toByteArray();
  }

  private static BufferedImage scaled(BufferedImage picture, int width) {
    int height = picture.getHeight() * width / picture.getWidth();
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  /** Colours that hardly differ count together, at the most frequent among them. */
  private static List<Integer> palette(BufferedImage picture) {
    Map<Integer, Map<Integer, Integer>> groups = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int colour = picture.getRGB(x, y) & 0xFFFFFF;
        groups
            .computeIfAbsent(colour & NEAR_COLOURS, near -> new HashMap<>())
            .merge(colour, 1, Integer::sum);
      }
    }
    return groups.values().stream()
        .sorted(Comparator.comparing((Map<Integer, Integer> group) -> -total(group)))
        .limit(COLOURS)
        .map(SmallPicture::mostFrequent)
        .toList();
  }

  private static int total(Map<Integer, Integer> group) {
    return group.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int mostFrequent(Map<Integer, Integer> group) {
    return group.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static BufferedImage indexed(int width, int height, List<Integer> palette) {
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(
            8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
  }

  private static int nearest(int colour, List<Integer> palette) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.size(); i++) {
      int distance = distance(colour, palette.get(i));
      if (distance < least) {
        best = i;
        least = distance;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
    int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
    int blue = (one & 0xFF) - (other & 0xFF);
    return red * red + green * green + blue * blue;
  }
}
