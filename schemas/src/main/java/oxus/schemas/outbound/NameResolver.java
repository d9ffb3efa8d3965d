package oxus.schemas.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. It is asked once for each hop, and may take its time. */
public interface NameResolver {
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** What the machine says. */
  static NameResolver ofTheMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
