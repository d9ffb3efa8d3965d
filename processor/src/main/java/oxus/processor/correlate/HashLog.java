package oxus.processor.correlate;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A list of hashes that grows at its end and forgets its beginning, and knows at once whether it
 * holds one. Each form of it is immutable; the next form shares what they have in common.
 */
final class HashLog extends AbstractList<Long> implements RandomAccess {
  private final Pages pages;
  private final int from;
  private final int to;

  /** Hashes in the order in which they came, and where each came last; only ever added to. */
  private static final class Pages {
    private final long[] hashes;
    private final int[] places;
    private int size;

    Pages(int room) {
      this.hashes = new long[room];
      this.places = new int[Integer.highestOneBit(Math.max(4, room)) * 4];
    }

    void add(long hash) {
      hashes[size] = hash;
      places[slot(hash)] = ++size;
    }

    /** The last place of a hash; negative: it never came. */
    int last(long hash) {
      return places[slot(hash)] - 1;
    }

    private int slot(long hash) {
      int slot = Long.hashCode(hash) & (places.length - 1);
      while (places[slot] != 0 && hashes[places[slot] - 1] != hash) {
        slot = (slot + 1) & (places.length - 1);
      }
      return slot;
    }
  }

  private HashLog(Pages pages, int from, int to) {
    this.pages = pages;
    this.from = from;
    this.to = to;
  }

  static HashLog of(List<Long> hashes) {
    if (hashes instanceof HashLog log) {
      return log;
    }
    Pages pages = new Pages(hashes.size());
    hashes.forEach(pages::add);
    return new HashLog(pages, 0, pages.size);
  }

  boolean holds(long hash) {
    int last = pages.last(hash);
    if (last < to) {
      return last >= from;
    }
    // a later form took it in again; whether this one held it, only a look tells
    return Arrays.stream(pages.hashes, from, to).anyMatch(known -> known == hash);
  }

  /** With one more, without the oldest beyond the bound. */
  HashLog with(long hash, int bound) {
    boolean isLatest = pages.size == to;
    Pages next = isLatest && to < pages.hashes.length ? pages : copy();
    int begin = isLatest && next == pages ? from : 0;
    next.add(hash);
    return new HashLog(next, Math.max(begin, next.size - bound), next.size);
  }

  /** Half as much room again: it is copied once in so many additions. */
  private Pages copy() {
    Pages copy = new Pages(Math.max(8, size() + size() / 2));
    for (int place = from; place < to; place++) {
      copy.add(pages.hashes[place]);
    }
    return copy;
  }

  @Override
  public Long get(int index) {
    return pages.hashes[from + Objects.checkIndex(index, size())];
  }

  @Override
  public int size() {
    return to - from;
  }
}
