package oxus.schemas.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which addresses are not the open internet, and what they are instead. */
final class Addresses {
  /** A network and what is wrong with it; the first that holds an address decides. */
  private record Network(InetAddress network, int bits, Refusal refusal) {
    boolean holds(byte[] address) {
      byte[] prefix = network.getAddress();
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        if (((address[bit / 8] ^ prefix[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Network> FORBIDDEN =
      List.of(
          network("169.254.169.254/32", Refusal.METADATA),
          network("169.254.170.2/32", Refusal.METADATA),
          network("169.254.169.253/32", Refusal.METADATA),
          network("100.100.100.200/32", Refusal.METADATA),
          network("168.63.129.16/32", Refusal.METADATA),
          network("192.0.0.192/32", Refusal.METADATA),
          network("fd00:ec2::/32", Refusal.METADATA),
          network("0.0.0.0/8", Refusal.UNSPECIFIED_ADDRESS),
          network("10.0.0.0/8", Refusal.PRIVATE_ADDRESS),
          network("100.64.0.0/10", Refusal.SHARED_ADDRESS),
          network("127.0.0.0/8", Refusal.LOOPBACK),
          network("169.254.0.0/16", Refusal.LINK_LOCAL),
          network("172.16.0.0/12", Refusal.PRIVATE_ADDRESS),
          network("192.0.0.0/24", Refusal.RESERVED_ADDRESS),
          network("192.0.2.0/24", Refusal.RESERVED_ADDRESS),
          network("192.88.99.0/24", Refusal.EMBEDDED_ADDRESS),
          network("192.168.0.0/16", Refusal.PRIVATE_ADDRESS),
          network("198.18.0.0/15", Refusal.RESERVED_ADDRESS),
          network("198.51.100.0/24", Refusal.RESERVED_ADDRESS),
          network("203.0.113.0/24", Refusal.RESERVED_ADDRESS),
          network("224.0.0.0/4", Refusal.MULTICAST),
          network("240.0.0.0/4", Refusal.RESERVED_ADDRESS),
          network("::/128", Refusal.UNSPECIFIED_ADDRESS),
          network("::1/128", Refusal.LOOPBACK),
          network("::/80", Refusal.EMBEDDED_ADDRESS),
          network("::ffff:0:0:0/96", Refusal.EMBEDDED_ADDRESS),
          network("64:ff9b::/32", Refusal.EMBEDDED_ADDRESS),
          network("2001::/32", Refusal.EMBEDDED_ADDRESS),
          network("2001::/23", Refusal.RESERVED_ADDRESS),
          network("2001:db8::/32", Refusal.RESERVED_ADDRESS),
          network("2002::/16", Refusal.EMBEDDED_ADDRESS),
          network("3fff::/20", Refusal.RESERVED_ADDRESS),
          network("fc00::/7", Refusal.PRIVATE_ADDRESS),
          network("fe80::/10", Refusal.LINK_LOCAL),
          network("fec0::/10", Refusal.PRIVATE_ADDRESS),
          network("ff00::/8", Refusal.MULTICAST));

  /** All that has been given out for the open internet in IPv6. */
  private static final Network GLOBAL = network("2000::/3", Refusal.RESERVED_ADDRESS);

  private Addresses() {}

  /** Why an address must not be connected to; empty when it may. */
  static Optional<Refusal> judge(InetAddress address) {
    byte[] bytes = address.getAddress();
    for (Network network : FORBIDDEN) {
      if (network.holds(bytes)) {
        return Optional.of(network.refusal());
      }
    }
    if (!(address instanceof Inet6Address)) {
      return Optional.empty();
    }
    if (isIsatap(bytes)) {
      return Optional.of(Refusal.EMBEDDED_ADDRESS);
    }
    return GLOBAL.holds(bytes) ? Optional.empty() : Optional.of(GLOBAL.refusal());
  }

  /** The addresses of a text that is an address; refuses IPv4 in IPv6's clothes. */
  static InetAddress literal(String host) {
    InetAddress address = of(host);
    if (host.indexOf(':') >= 0 && !(address instanceof Inet6Address)) {
      throw new RefusedException(Refusal.EMBEDDED_ADDRESS, host);
    }
    return address;
  }

  /** Every address of this machine's own. */
  static Set<InetAddress> own() {
    try {
      Set<InetAddress> own = new HashSet<>();
      NetworkInterface.networkInterfaces()
          .forEach(network -> network.inetAddresses().forEach(own::add));
      return own;
    } catch (SocketException e) {
      throw new RefusedException(
          Refusal.OWN_ADDRESS,
          "this machine's addresses cannot be listed (" + e.getMessage() + ")");
    }
  }

  private static boolean isIsatap(byte[] address) {
    return (address[8] & 0xfd) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && address[11] == (byte) 0xfe;
  }

  private static Network network(String text, Refusal refusal) {
    String[] parts = text.split("/", 2);
    return new Network(of(parts[0]), Integer.parseInt(parts[1]), refusal);
  }

  private static InetAddress of(String literal) {
    try {
      // no look-up: the text is an address
      return InetAddress.getByName(literal.indexOf(':') >= 0 ? "[" + literal + "]" : literal);
    } catch (UnknownHostException e) {
      throw new RefusedException(Refusal.BAD_URL, "'" + literal + "'");
    }
  }
}
