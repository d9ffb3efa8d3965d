package oxus.alerts.notify;

import java.util.List;
import java.util.Optional;

/**
 * All that the subscriptions file says.
 *
 * @param console where people read more, ending in a slash; empty: messages carry no link
 */
public record Subscriptions(List<Subscription> all, String console) {

  public Subscriptions {
    all = List.copyOf(all);
  }

  public Optional<Subscription> find(String name) {
    return all.stream().filter(subscription -> subscription.name().equals(name)).findFirst();
  }
}
