package oxus.processor.correlate;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import oxus.schemas.Incident;
import oxus.theatre.Policy;

/**
 * Keeps at hand what follows from an incident and the policy, so that it is reckoned once for each
 * form of an incident and not at each assessment. It holds nothing that could not be reckoned anew:
 * states are the same with and without it.
 */
final class Recall {
  /** Two generations of so many incidents each bound what it holds. */
  private static final int GENERATION = 1 << 14;

  private final Policy policy;
  private IdentityHashMap<Incident, Remembered> young = new IdentityHashMap<>();
  private IdentityHashMap<Incident, Remembered> old = new IdentityHashMap<>();
  private final IdentityHashMap<Incident, Citation> citations = new IdentityHashMap<>();

  Recall(Policy policy) {
    this.policy = policy;
  }

  Policy policy() {
    return policy;
  }

  Remembered of(Incident incident) {
    Remembered known = young.get(incident);
    if (known != null) {
      return known;
    }
    Remembered older = old.get(incident);
    Remembered remembered = older != null ? older : Remembered.of(incident, policy);
    if (young.size() >= GENERATION) {
      old = young;
      young = new IdentityHashMap<>();
    }
    young.put(incident, remembered);
    return remembered;
  }

  /** What a contribution shows of an incident. */
  Citation cited(Incident incident) {
    if (citations.size() >= GENERATION) {
      citations.clear();
    }
    return citations.computeIfAbsent(incident, each -> Citation.of(each, policy));
  }

  /** The incidents that are still remembered at a time: a function of time alone. */
  List<Incident> kept(List<Incident> incidents, Instant time) {
    long millis = time.toEpochMilli();
    for (Incident incident : incidents) {
      if (!of(incident).isKept(millis)) {
        return incidents.stream().filter(each -> of(each).isKept(millis)).toList();
      }
    }
    return incidents;
  }
}
