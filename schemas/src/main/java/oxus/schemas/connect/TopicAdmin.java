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
import org.apache.kafka.common.errors.TopicExistsException;
import oxus.schemas.Topic;
import oxus.schemas.Topics;

/** Creates the catalogue's topics where they are missing. */
public final class TopicAdmin {
  private static final short BROKER_DEFAULT = -1;

  private final Deployment deployment;

  public TopicAdmin(Deployment deployment) {
    this.deployment = deployment;
  }

  /**
   * Waits for the broker, then creates what is missing.
   *
   * @throws BrokerUnreachableException when no broker answers in time
   */
  public void createMissing(Duration patience) {
    try (Admin admin = Admin.create(KafkaSettings.client(deployment, "topic-admin"))) {
      Set<String> there =
          admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      List<NewTopic> missing =
          Topics.all().stream()
              .filter(topic -> !there.contains(topic.in(deployment.prefix())))
              .map(this::newTopic)
              .toList();
      Map<String, KafkaFuture<Void>> created = admin.createTopics(missing).values();
      for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
        awaitCreated(topic.getKey(), topic.getValue(), patience);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
    }
  }

  /**
   * Whether a topic is there.
   *
   * @throws BrokerUnreachableException when no broker answers in time
   */
  public boolean has(Topic topic, Duration patience) {
    try (Admin admin = Admin.create(KafkaSettings.client(deployment, "topic-admin"))) {
      return admin
          .listTopics()
          .names()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS)
          .contains(topic.in(deployment.prefix()));
    } catch (ExecutionException | TimeoutException e) {
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker for its topics", e);
    }
  }

  /**
   * For what reads only: topics must be there already.
   *
   * @throws BrokerUnreachableException when no broker answers in time
   * @throws IllegalArgumentException when the broker has none under this prefix
   */
  public void requireTopics(Duration patience) {
    try (Admin admin = Admin.create(KafkaSettings.client(deployment, "topic-admin"))) {
      Set<String> there =
          admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!Topics.all().stream().allMatch(topic -> there.contains(topic.in(deployment.prefix())))) {
        throw new IllegalArgumentException(
            deployment.bootstrapServers()
                + " has no topics of Oxus under the prefix '"
                + deployment.prefix()
                + "'; name the prefix with --prefix");
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
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
