/**
 * The one way out: every request that Oxus sends into the internet, for a feed, an article or a
 * webhook, goes through {@link oxus.schemas.outbound.OutboundClient}, which connects only where it
 * may and reads no more than it was told. Shell for all apps.
 */
@NullMarked
package oxus.schemas.outbound;

import org.jspecify.annotations.NullMarked;
