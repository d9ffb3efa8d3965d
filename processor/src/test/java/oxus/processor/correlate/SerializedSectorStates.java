package oxus.processor.correlate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oxus.schemas.AvroSerde;
import oxus.schemas.PolicyChange;
import oxus.schemas.RememberedRulings;
import oxus.schemas.SectorState;

/** States that exist as bytes only, as they do while an instance of the processor is down. */
final class SerializedSectorStates implements SectorStates {
  private static final AvroSerde<SectorState> STATES = AvroSerde.of(SectorState.class);
  private static final AvroSerde<PolicyChange> POLICIES = AvroSerde.of(PolicyChange.class);
  private static final AvroSerde<RememberedRulings> RULINGS = AvroSerde.of(RememberedRulings.class);
  private static final String TOPIC = "changelog";

  private final Map<String, byte[]> states = new TreeMap<>();
  private final Map<String, byte[]> policies = new HashMap<>();
  private final Map<String, byte[]> rulings = new HashMap<>();

  @Override
  public Optional<SectorState> load(String sector) {
    return Optional.ofNullable(states.get(sector))
        .map(bytes -> STATES.deserializer().deserialize(TOPIC, bytes));
  }

  @Override
  public void save(SectorState state) {
    states.put(state.getSector(), STATES.serializer().serialize(TOPIC, state));
  }

  @Override
  public List<String> sectors() {
    return List.copyOf(states.keySet());
  }

  @Override
  public Optional<PolicyChange> policy() {
    return Optional.ofNullable(policies.get(TOPIC))
        .map(bytes -> POLICIES.deserializer().deserialize(TOPIC, bytes));
  }

  @Override
  public void save(PolicyChange change) {
    policies.put(TOPIC, POLICIES.serializer().serialize(TOPIC, change));
  }

  @Override
  public Optional<RememberedRulings> rulings() {
    return Optional.ofNullable(rulings.get(TOPIC))
        .map(bytes -> RULINGS.deserializer().deserialize(TOPIC, bytes));
  }

  @Override
  public void save(RememberedRulings remembered) {
    rulings.put(TOPIC, RULINGS.serializer().serialize(TOPIC, remembered));
  }
}
