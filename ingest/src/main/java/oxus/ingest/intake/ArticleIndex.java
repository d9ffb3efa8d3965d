package oxus.ingest.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Outcome;

/**
 * What became of the articles that came last. Its sources are topics of their own, so what belongs
 * together comes in any order.
 */
public final class ArticleIndex {
  private static final int MOST_EVENTS = 100;

  private final int most;
  private final Map<String, ArticleStatus> byKey = new LinkedHashMap<>();

  /**
   * @param most articles; beyond them the one longest unheard of is forgotten
   */
  public ArticleIndex(int most) {
    this.most = most;
  }

  /** A revision is durably in the log. */
  public synchronized void accepted(String key, String revision) {
    ArticleStatus before = byKey.get(key);
    if (before == null || !before.revision().equals(revision)) {
      List<BorderEvent> events = before == null ? List.of() : before.events();
      put(new ArticleStatus(key, revision, Optional.empty(), 0, events));
    }
  }

  /** A revision was met in the log, nobody knows how long after others of it were disposed of. */
  public synchronized void met(String key, String revision) {
    if (of(key).flatMap(ArticleStatus::disposition).isEmpty()) {
      accepted(key, revision);
    }
  }

  public synchronized void disposed(Disposition disposition) {
    String key = disposition.getArticleKey();
    String revision = disposition.getArticleRevision();
    ArticleStatus before = of(key).orElseGet(() -> ArticleStatus.pending(key, revision));
    boolean isSame = before.revision().equals(revision);
    boolean isRepeat = disposition.getOutcome() == Outcome.DUPLICATE;
    Optional<Disposition> first = isSame && isRepeat ? before.disposition() : Optional.empty();
    int repeats = (isSame ? before.repeats() : 0) + (isRepeat ? 1 : 0);
    put(
        new ArticleStatus(
            key, revision, Optional.of(first.orElse(disposition)), repeats, before.events()));
  }

  /** Events of an older revision may come after the disposition of a newer one, or before it. */
  public synchronized void reported(BorderEvent event) {
    String key = event.getArticleKey();
    ArticleStatus before =
        of(key).orElseGet(() -> ArticleStatus.pending(key, event.getArticleRevision()));
    if (before.events().stream().anyMatch(known -> known.getId().equals(event.getId()))) {
      return;
    }
    List<BorderEvent> events = new ArrayList<>(before.events());
    events.add(event);
    put(
        new ArticleStatus(
            key,
            before.revision(),
            before.disposition(),
            before.repeats(),
            events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size())));
  }

  public synchronized Optional<ArticleStatus> find(String key) {
    return of(key);
  }

  private Optional<ArticleStatus> of(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  private void put(ArticleStatus status) {
    byKey.remove(status.articleId());
    byKey.put(status.articleId(), status);
    if (byKey.size() > most) {
      byKey.remove(byKey.keySet().iterator().next());
    }
  }
}
