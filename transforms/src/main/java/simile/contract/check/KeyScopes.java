package simile.contract.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys seen in each open object: a list while there are few, a set beyond. */
final class KeyScopes {
  private static final int FEW = 16;

  private String[] names = new String[64];
  private int size;
  private int[] starts = new int[16];
  private final List<Optional<Set<String>>> sets = new ArrayList<>();
  private int depth;

  void clear() {
    size = 0;
    depth = 0;
    sets.clear();
  }

  void enter() {
    if (depth == starts.length) {
      starts = Arrays.copyOf(starts, depth * 2);
    }
    starts[depth++] = size;
  }

  void leave() {
    size = starts[--depth];
    if (sets.size() > depth) {
      sets.set(depth, Optional.empty());
    }
  }

  /** Whether the name is new in the innermost object. */
  boolean add(String name) {
    int start = starts[depth - 1];
    if (size - start >= FEW) {
      return set(start).add(name);
    }
    for (int i = start; i < size; i++) {
      if (names[i].equals(name)) {
        return false;
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
    }
    names[size++] = name;
    return true;
  }

  private Set<String> set(int start) {
    while (sets.size() < depth) {
      sets.add(Optional.empty());
    }
    Optional<Set<String>> set = sets.get(depth - 1);
    if (set.isEmpty()) {
      set = Optional.of(new HashSet<>(Arrays.asList(names).subList(start, size)));
      sets.set(depth - 1, set);
    }
    return set.get();
  }
}
