package oxus.alerts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** Routes that another module adds to this port; each needs its rule in {@code RouteRules}. */
public interface ExtraRoutes {

  /**
   * Adds them behind guard and door.
   *
   * @param caller name of whoever asks
   */
  void mount(Router router, Function<RoutingContext, String> caller);

  /** Nothing is added. */
  static ExtraRoutes none() {
    return (router, caller) -> {};
  }
}
