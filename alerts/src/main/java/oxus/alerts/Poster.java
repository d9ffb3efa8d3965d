package oxus.alerts;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import oxus.alerts.notify.Answer;

/** Sends one message to an endpoint; the stage always completes with what came of it. */
interface Poster {
  CompletionStage<Answer> post(String url, Map<String, String> headers, String body);
}
