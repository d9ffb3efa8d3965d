package oxus.alerts;

import java.util.concurrent.CompletionStage;
import oxus.alerts.work.Request;
import oxus.alerts.work.Verdict;

/** Where what people do is written down, once for each request id. */
interface ActionLog {

  /** Decides a request and writes it; the stage fails when it cannot be written. */
  CompletionStage<Verdict> submit(Request request);
}
