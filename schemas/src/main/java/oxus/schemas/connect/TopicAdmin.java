package oxus.schemas.connect;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import oxus.schemas.Topic;
import oxus.schemas.Topics;

/** Creates the catalogue's topics where they are missing. */
public final class TopicAdmin {
  private static final short BROKER_DEFAULT = -1;

  /**
   * So often a broker is asked whether it knows new topics; an answer takes a millisecond or two.
   */
  private static final int LOOKS = 1_000;

  private final Deployment deployment;

  public TopicAdmin(Deployment deployment) {
    this.deployment = deployment;
  }

  /**
   * Waits for the broker, then creates what is missing.
   *
   * @throws BrokerUnreachableException when no broker answers in time, or it refuses to
   */
  public void createMissing(Duration patience) {
    ask(
        admin -> {
          Set<String> there = names(admin, patience);
          List<NewTopic> missing =
              Topics.all().stream()
                  .filter(topic -> !there.contains(topic.in(deployment.prefix())))
                  .map(this::newTopic)
                  .toList();
          Map<String, KafkaFuture<Void>> created = admin.createTopics(missing).values();
          for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
            awaitCreated(topic.getKey(), topic.getValue(), patience);
          }
          awaitKnown(admin, created.keySet(), patience);
          return created.keySet();
        });
  }

  /**
   * Whether a topic is there.
   *
   * @throws BrokerUnreachableException when no broker answers in time, or it refuses to
   */
  public boolean has(Topic topic, Duration patience) {
    return ask(admin -> names(admin, patience)).contains(topic.in(deployment.prefix()));
  }

  /**
   * For what reads only: topics must be there already.
   *
   * @throws BrokerUnreachableException when no broker answers in time, or it refuses to
   * @throws IllegalArgumentException when the broker lacks some under this prefix
   */
  public void requireTopics(Duration patience) {
    Set<String> there = ask(admin -> names(admin, patience));
    List<String> all = Topics.all().stream().map(topic -> topic.in(deployment.prefix())).toList();
    List<String> missing = all.stream().filter(name -> !there.contains(name)).toList();
    if (missing.size() == all.size()) {
      throw new IllegalArgumentException(
          deployment.bootstrapServers()
              + " has no topics of Oxus under the prefix '"
              + deployment.prefix()
              + "'; name the prefix with --prefix");
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          deployment.bootstrapServers()
              + " lacks "
              + String.join(", ", missing)
              + ", which an older Oxus did not have; start the apps of this version, they create"
              + " it");
    }
  }

  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, TimeoutException, InterruptedException;
  }

  private <T> T ask(Question<T> question) {
    Admin admin = Admin.create(KafkaSettings.client(deployment, "topic-admin"));
    try {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RetriableException
          ? new BrokerUnreachableException(deployment.bootstrapServers(), e)
          : BrokerUnreachableException.refused(deployment.bootstrapServers(), e);
    } catch (TimeoutException e) {
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
    } finally {
      // a plain close waits for calls that nobody waits for any more
      admin.close(Duration.ZERO);
    }
  }

  private static Set<String> names(Admin admin, Duration patience)
      throws ExecutionException, TimeoutException, InterruptedException {
    return admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The controller has created them, and the broker learns of it a moment later: who asks it before
   * is told of no partitions.
   */
  private static void awaitKnown(Admin admin, Set<String> topics, Duration patience)
      throws ExecutionException, InterruptedException, TimeoutException {
    boolean areKnown = topics.isEmpty();
    for (int look = 0; look < LOOKS && !areKnown; look++) {
      areKnown = areKnown(admin, topics, patience);
    }
  }

  private static boolean areKnown(Admin admin, Set<String> topics, Duration patience)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      admin.describeTopics(topics).allTopicNames().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }

  /** Another app may have been quicker; any other refusal is news. */
  private static void awaitCreated(String topic, KafkaFuture<Void> created, Duration patience)
      throws InterruptedException, TimeoutException {
    try {
      created.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "topic "
                + topic
                + " cannot be created: "
                + e.getCause()
                + "; create it by hand or mend the broker",
            e);
      }
    }
  }

  private NewTopic newTopic(Topic topic) {
    return new NewTopic(
            topic.in(deployment.prefix()),
            topic.partitions(deployment.partitions()),
            BROKER_DEFAULT)
        .configs(
            Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                "-1",
                "retention.bytes",
                "-1",
                "max.message.bytes",
                Integer.toString(largest(topic))));
  }

  private static int largest(Topic topic) {
    boolean isInput = topic.equals(Topics.ARTICLES) || topic.equals(Topics.BORDER_EVENTS);
    return isInput ? KafkaSettings.LARGEST_INPUT : KafkaSettings.LARGEST_RECORD;
  }
}
