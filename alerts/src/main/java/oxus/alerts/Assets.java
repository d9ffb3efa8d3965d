package oxus.alerts;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import oxus.alerts.console.AssetLinks;

/**
 * Stylesheet, scripts and icon, read once from the class path. Their addresses carry a version, so
 * browsers may keep them for good.
 */
final class Assets {
  private static final String OWN = "/oxus/alerts/assets/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private record Asset(String contentType, Buffer bytes) {}

  private final Map<String, Asset> byPath = new LinkedHashMap<>();

  private Assets() {}

  static Assets load() {
    return new Assets();
  }

  private final AssetLinks links =
      new AssetLinks(
          own("console.css", "text/css; charset=utf-8"),
          own("console.js", SCRIPT),
          own("icon.svg", "image/svg+xml"),
          webjar("htmx.org", "dist/htmx.min.js"),
          webjar("htmx-ext-sse", "sse.js"),
          own("stream.js", SCRIPT));

  AssetLinks links() {
    return links;
  }

  void mount(Router router) {
    router.get("/assets/*").handler(this::serve);
  }

  private void serve(RoutingContext context) {
    Asset asset = byPath.get(context.request().path());
    if (asset == null) {
      context.fail(404);
      return;
    }
    context.response().putHeader("Cache-Control", "public, max-age=31536000, immutable");
    Reply.send(context, asset.contentType(), asset.bytes());
  }

  private String own(String name, String contentType) {
    byte[] bytes = read(OWN + name);
    return put("/assets/oxus/" + fingerprint(bytes) + "/" + name, contentType, bytes);
  }

  private String webjar(String artifact, String file) {
    String version = version(artifact);
    byte[] bytes = read("/META-INF/resources/webjars/" + artifact + "/" + version + "/" + file);
    String name = file.substring(file.lastIndexOf('/') + 1);
    return put("/assets/" + artifact + "/" + version + "/" + name, SCRIPT, bytes);
  }

  private String put(String path, String contentType, byte[] bytes) {
    byPath.put(path, new Asset(contentType, Buffer.buffer(bytes)));
    return path;
  }

  private static String version(String artifact) {
    String description = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(read(description), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static byte[] read(String resource) {
    try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not on the class path; rebuild Oxus");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
