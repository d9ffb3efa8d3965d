package oxus.schemas.outbound;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where requests may go: the open internet, on a few ports, and nowhere else but to endpoints that
 * are named one by one.
 *
 * @param ports that are allowed everywhere
 * @param exceptions endpoints that are allowed although their address or port is not
 */
public record OutboundRules(Set<Integer> ports, Set<Endpoint> exceptions) {

  /** The open internet, on the ports that the web uses. */
  public static final OutboundRules INTERNET =
      new OutboundRules(Set.of(80, 443, 8080, 8443), Set.of());

  /** An address, not a name, with a port. */
  public record Endpoint(InetAddress address, int port) {}

  public OutboundRules {
    ports = Set.copyOf(new TreeSet<>(ports));
    exceptions = Set.copyOf(exceptions);
  }

  /**
   * The open internet and these endpoints.
   *
   * @param exceptions {@code ADDRESS:PORT}, separated by commas, IPv6 in brackets; may be empty
   * @throws IllegalArgumentException naming the one that cannot be read
   */
  public static OutboundRules with(String exceptions) {
    Set<Endpoint> endpoints = new LinkedHashSet<>();
    for (String text : exceptions.split(",", -1)) {
      if (!text.isBlank()) {
        endpoints.add(endpoint(text.strip()));
      }
    }
    return new OutboundRules(INTERNET.ports(), endpoints);
  }

  private static Endpoint endpoint(String text) {
    try {
      Target target = Target.parse("http://" + text);
      if (!target.isAddress() || !text.matches(".*:[0-9]+") || !target.resource().equals("/")) {
        throw notAnEndpoint(text);
      }
      return new Endpoint(Addresses.literal(target.host()), target.port());
    } catch (RefusedException e) {
      throw notAnEndpoint(text);
    }
  }

  private static IllegalArgumentException notAnEndpoint(String text) {
    return new IllegalArgumentException(
        "OXUS_OUTBOUND_ALLOW has '" + text + "'; write ADDRESS:PORT, for example 10.0.0.5:8443");
  }

  /** The addresses of these that may be connected to: all, or none when any is forbidden. */
  List<InetAddress> allowed(Target target, List<InetAddress> addresses) {
    if (addresses.isEmpty()) {
      throw new RefusedException(Refusal.NO_SUCH_HOST, target.host());
    }
    Set<InetAddress> own = Addresses.own();
    List<InetAddress> allowed = new ArrayList<>();
    for (InetAddress address : addresses) {
      Optional<Refusal> refusal = judge(address, target.port(), own);
      if (refusal.isPresent()) {
        throw new RefusedException(
            refusal.get(), target.authority() + " at " + address.getHostAddress());
      }
      allowed.add(address);
    }
    return allowed;
  }

  private Optional<Refusal> judge(InetAddress address, int port, Set<InetAddress> own) {
    if (exceptions.contains(new Endpoint(address, port))) {
      return Optional.empty();
    }
    Optional<Refusal> refusal = Addresses.judge(address);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (own.contains(address)) {
      return Optional.of(Refusal.OWN_ADDRESS);
    }
    return ports.contains(port) ? Optional.empty() : Optional.of(Refusal.PORT);
  }

  /** Refuses a port before anybody is asked for addresses. */
  void checkPort(Target target) {
    boolean possible =
        ports.contains(target.port())
            || exceptions.stream().anyMatch(endpoint -> endpoint.port() == target.port());
    if (!possible) {
      throw new RefusedException(Refusal.PORT, target.authority());
    }
  }
}
