package oxus.alerts;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of all routes for programs: OpenAPI. */
final class ContractRoutes {
  private final Buffer openApi = read("openapi.yaml");

  void mount(Router router) {
    router.get("/api/openapi.yaml").handler(this::serve);
  }

  private void serve(RoutingContext context) {
    LinkParameters.only(context);
    Reply.send(context, "application/yaml", openApi);
  }

  private static Buffer read(String name) {
    try (InputStream stream = ContractRoutes.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not on the class path; rebuild Oxus");
      }
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
