package oxus.theatre;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reports each key that a YAML map has twice: the second would silently replace the first. */
final class RepeatedKeys {
  private final String file;
  private final List<Problem> problems;

  /** An alias may point to a node that it stands in. */
  private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  RepeatedKeys(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  void report(Node node) {
    if (!visited.add(node)) {
      return;
    }
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::report);
    }
    if (node instanceof MappingNode mapping) {
      reportIn(mapping);
    }
  }

  private void reportIn(MappingNode mapping) {
    Set<String> keys = new HashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
        int line = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        problems.add(
            new Problem(
                file, line, "'" + key.getValue() + "' is written twice", "keep one of the two"));
      }
      report(entry.getValueNode());
    }
  }
}
