package oxus.alerts;

import java.util.Map;
import java.util.Optional;

/**
 * Who sends CAP messages.
 *
 * @param sender {@code OXUS_CAP_SENDER}; empty: a name made of the theatre's id
 */
public record CapConfig(Optional<String> sender) {

  public CapConfig {
    if (sender.filter(name -> !name.matches("[A-Za-z0-9._@:/-]{1,120}")).isPresent()) {
      throw new IllegalArgumentException(
          "OXUS_CAP_SENDER is '"
              + sender.get()
              + "'; write up to 120 letters, digits and . _ @ : / - without spaces or commas, such as"
              + " watch@agency.example");
    }
  }

  static CapConfig usual() {
    return new CapConfig(Optional.empty());
  }

  static CapConfig of(Map<String, String> environment) {
    return new CapConfig(
        Optional.ofNullable(environment.get("OXUS_CAP_SENDER")).filter(name -> !name.isBlank()));
  }
}
