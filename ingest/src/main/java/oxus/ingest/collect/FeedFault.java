package oxus.ingest.collect;

/** Why the bytes of a feed or news item cannot be used; each cause has a name of its own. */
public enum FeedFault {
  NOTHING,
  NOT_A_FEED,
  UNKNOWN_ENCODING,
  HAS_DTD,
  TOO_DEEP,
  TOO_MANY_ELEMENTS,
  TOO_MANY_ITEMS,
  MALFORMED_XML,
  MALFORMED_JSON
}
