package oxus.schemas.outbound;

/** Why a request was not sent, or its answer not taken: each cause has a name of its own. */
public enum Refusal {
  BAD_URL("the URL cannot be read; write http://HOST/PATH or https://HOST/PATH"),
  SCHEME("only http and https are allowed"),
  CREDENTIALS_IN_URL("user names and passwords in URLs are not sent; use a header"),
  PORT("the port is not allowed; OXUS_OUTBOUND_ALLOW takes ADDRESS:PORT exceptions"),
  ODD_ADDRESS("the host is a number in an unusual form; write a plain name or address"),
  NO_SUCH_HOST("the name has no address"),
  UNSPECIFIED_ADDRESS("the address means no host"),
  LOOPBACK("the address is this machine"),
  PRIVATE_ADDRESS("the address is in a private network"),
  LINK_LOCAL("the address is link-local"),
  SHARED_ADDRESS("the address is in a carrier's shared network"),
  METADATA("the address is a cloud's metadata service"),
  MULTICAST("the address is multicast"),
  RESERVED_ADDRESS("the address is reserved"),
  EMBEDDED_ADDRESS("the address hides an IPv4 address in an IPv6 one"),
  OWN_ADDRESS("the address belongs to this machine"),
  OTHER_PEER("the connection led to another address than the one that was checked"),
  TOO_MANY_REDIRECTS("it was redirected too often"),
  BAD_REDIRECT("a redirect names no target that can be read"),
  NO_CONNECTION("nobody answers at the address"),
  NO_TLS("the certificate or the TLS handshake failed"),
  TOO_SLOW("the whole did not arrive in time"),
  HEADERS_TOO_LARGE("the header is too large"),
  TOO_LARGE("the body is too large"),
  TOO_LARGE_UNPACKED("the body is too large when unpacked"),
  PACKED_TOO_TIGHT("the body unpacks to far more than it should"),
  UNKNOWN_ENCODING("the body is packed in a way that was not asked for"),
  BROKEN_ENCODING("the packed body is damaged"),
  CUT_OFF("the connection ended before the body did"),
  BROKEN_ANSWER("the answer is not HTTP");

  private final String meaning;

  Refusal(String meaning) {
    this.meaning = meaning;
  }

  /** What it means, for people. */
  public String meaning() {
    return meaning;
  }
}
