package oxus.alerts.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import oxus.schemas.ActionKind;
import oxus.schemas.OperatorAction;

/**
 * Who has what in hand: the fold over the log of actions. One thread applies them in order, any
 * thread reads. It remembers a bounded number; what it forgets stays in the topic.
 */
public final class Work {
  /** The subject of notes to the next shift. */
  public static final String SHIFT = "shift";

  private static final int REMEMBERED = 50_000;
  private static final int RECENT = 200;

  private final int remembered;
  private final Deque<OperatorAction> actions = new ArrayDeque<>();
  private final Map<String, OperatorAction> byId = new LinkedHashMap<>();
  private final Map<String, ChangeWork> changes = new LinkedHashMap<>();
  private final Map<String, Silence> silences = new TreeMap<>();
  private final Map<String, LevelBound> bounds = new LinkedHashMap<>();
  private final Deque<OperatorAction> rulings = new ArrayDeque<>();
  private final Deque<OperatorAction> shiftNotes = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long sequence;
  private String hash = Chain.START;
  private Optional<Chain.Break> broken = Optional.empty();

  public Work() {
    this(REMEMBERED);
  }

  Work(int remembered) {
    this.remembered = remembered;
  }

  /** Takes the next action of the log in; a repeat changes nothing. */
  public void apply(OperatorAction action) {
    if (take(action)) {
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized boolean take(OperatorAction action) {
    if (action.getSequence() <= sequence && byId.containsKey(action.getId())) {
      return false;
    }
    if (broken.isEmpty()) {
      broken = Chain.check(sequence, hash, action);
    }
    sequence = Math.max(sequence, action.getSequence());
    hash = action.getHash();
    actions.addLast(action);
    byId.put(action.getId(), action);
    fold(action);
    if (actions.size() > remembered) {
      forget(actions.removeFirst());
    }
    return true;
  }

  private void fold(OperatorAction action) {
    switch (action.getKind()) {
      case ACKNOWLEDGE -> change(action, onChange(action).acknowledged(action));
      case ASSIGN -> change(action, onChange(action).assigned(action));
      case NOTE -> note(action);
      case SILENCE -> silences.put(action.getSector(), new Silence(action));
      case UNSILENCE -> silences.remove(action.getSector());
      case RULE -> keep(rulings, action);
      case OVERRIDE -> bound(LevelBound.of(action));
      case APPROVE -> decide(action, LevelBound.State.IN_FORCE);
      case REFUSE -> decide(action, LevelBound.State.REFUSED);
      case LIFT -> decide(action, LevelBound.State.LIFTED);
      case REDRIVE, ENABLE -> {
        // for the record; the ledger of deliveries has what follows from it
      }
      case OTHER -> {
        // written by a newer version; it stands in the log and nothing here follows from it
      }
    }
  }

  private ChangeWork onChange(OperatorAction action) {
    return changes.getOrDefault(action.getSubject(), ChangeWork.NONE);
  }

  private void change(OperatorAction action, ChangeWork after) {
    changes.put(action.getSubject(), after);
  }

  private void note(OperatorAction action) {
    if (action.getSubject().equals(SHIFT)) {
      keep(shiftNotes, action);
      return;
    }
    change(action, onChange(action).noted(action));
  }

  private static void keep(Deque<OperatorAction> recent, OperatorAction action) {
    recent.addLast(action);
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  /** Only one override binds a sector; one that waits binds nothing yet. */
  private void bound(LevelBound bound) {
    if (bound.state() == LevelBound.State.IN_FORCE) {
      replace(bound.ordered().getSector(), bound.ordered());
    }
    bounds.put(bound.id(), bound);
  }

  private void replace(String sector, OperatorAction by) {
    bounds.replaceAll(
        (id, old) ->
            old.ordered().getSector().equals(sector) && old.state() == LevelBound.State.IN_FORCE
                ? old.decided(LevelBound.State.REPLACED, by)
                : old);
  }

  private void decide(OperatorAction action, LevelBound.State state) {
    LevelBound bound = bounds.get(action.getSubject());
    if (bound == null) {
      return;
    }
    if (state == LevelBound.State.IN_FORCE) {
      replace(bound.ordered().getSector(), action);
    }
    bounds.put(bound.id(), bound.decided(state, action));
  }

  private void forget(OperatorAction oldest) {
    byId.remove(oldest.getId());
    if (oldest.getKind() == ActionKind.OVERRIDE) {
      bounds.remove(oldest.getId());
    }
    ChangeWork work = changes.get(oldest.getSubject());
    if (work != null && work.acknowledged().filter(oldest::equals).isPresent()) {
      changes.remove(oldest.getSubject());
    }
  }

  /** Whether a request can be done, and what is then to be written. */
  public synchronized Verdict decide(Request request) {
    return new Decision(this, request).verdict();
  }

  synchronized Optional<OperatorAction> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized Optional<LevelBound> bound(String id) {
    return Optional.ofNullable(bounds.get(id));
  }

  public synchronized ChangeWork change(String changeId) {
    return changes.getOrDefault(changeId, ChangeWork.NONE);
  }

  /** The latest silence of a sector, also when its time is over. */
  public synchronized Optional<Silence> silence(String sector) {
    return Optional.ofNullable(silences.get(sector));
  }

  /** The latest silence of each sector, also when its time is over. */
  public synchronized List<Silence> silences() {
    return List.copyOf(silences.values());
  }

  /** All overrides, oldest first. */
  public synchronized List<LevelBound> bounds() {
    return List.copyOf(bounds.values());
  }

  /** The latest rulings, oldest first. */
  public synchronized List<OperatorAction> rulings() {
    return List.copyOf(rulings);
  }

  /** The latest notes to the next shift, oldest first. */
  public synchronized List<OperatorAction> shiftNotes() {
    return List.copyOf(shiftNotes);
  }

  /** Actions newest first, below a sequence number. */
  public synchronized List<OperatorAction> audit(long before, int limit) {
    List<OperatorAction> found = new ArrayList<>();
    Collection<OperatorAction> newestFirst = new ArrayList<>(actions.size());
    actions.descendingIterator().forEachRemaining(newestFirst::add);
    newestFirst.stream()
        .filter(action -> action.getSequence() < before)
        .limit(limit)
        .forEach(found::add);
    return List.copyOf(found);
  }

  /** Number of the latest action; 0 while there is none. */
  public synchronized long sequence() {
    return sequence;
  }

  /** Hash of the latest action. */
  public synchronized String hash() {
    return hash;
  }

  /** Where the log was found broken when it was read; empty while it is whole. */
  public synchronized Optional<Chain.Break> broken() {
    return broken;
  }

  /** Calls back after each new action, on the thread that applied it. */
  public void onAction(Runnable listener) {
    listeners.add(listener);
  }
}
