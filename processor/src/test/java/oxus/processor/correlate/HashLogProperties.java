package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** A log of hashes is a plain list that forgets its beginning, in every form that it ever had. */
class HashLogProperties {
  @Property(tries = 2_000, seed = "20210622")
  void everyFormHoldsWhatAPlainListWould(
      @ForAll @Size(max = 80) List<@LongRange(min = 0, max = 30) Long> added,
      @ForAll @IntRange(min = 1, max = 20) int bound,
      @ForAll @IntRange(min = 0, max = 80) int branch) {
    List<HashLog> logs = new ArrayList<>(List.of(HashLog.of(List.of())));
    List<List<Long>> plain = new ArrayList<>(List.of(List.of()));
    for (int number = 0; number < added.size(); number++) {
      // once a second form grows out of an old one
      int from = number == branch ? number / 2 : number;
      logs.add(logs.get(from).with(added.get(number), bound));
      List<Long> next = new ArrayList<>(plain.get(from));
      next.add(added.get(number));
      plain.add(next.subList(Math.max(0, next.size() - bound), next.size()));
    }
    for (int form = 0; form < logs.size(); form++) {
      assertThat(logs.get(form)).isEqualTo(plain.get(form));
      for (long hash = 0; hash <= 30; hash++) {
        assertThat(logs.get(form).holds(hash)).isEqualTo(plain.get(form).contains(hash));
      }
    }
  }
}
