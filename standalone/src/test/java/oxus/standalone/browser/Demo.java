package oxus.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import oxus.alerts.access.Keys;
import oxus.schemas.AvroSerde;
import oxus.schemas.LevelOverride;
import oxus.schemas.ThreatLevel;
import oxus.schemas.Topics;
import oxus.standalone.OxusProcess;

/** The demo in a JVM of its own, its replay done, its console up. */
final class Demo implements AutoCloseable {
  private static final Pattern ADDRESSES = Pattern.compile("console: (\\S+/)   kafka: (\\S+)");
  private static final String DONE = "the console stays up";
  private static final int PATIENCE = 1_200;
  private static final String PREFIX = "exercise-demo-";

  /** Two people who may decide, so that one can sign what the other proposes. */
  private static final List<String> PEOPLE = List.of("anna", "ben");

  /** One who may also see to webhooks. */
  private static final String ADMIN = "carol";

  private final Process process;
  private final String address;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final AtomicInteger minutes = new AtomicInteger();
  private final HookReceiver receiver;

  private Demo(
      Process process,
      String address,
      KafkaProducer<String, SpecificRecord> producer,
      HookReceiver receiver) {
    this.process = process;
    this.address = address;
    this.producer = producer;
    this.receiver = receiver;
  }

  /** Replays history up to this instant. */
  static Demo until(String instant, Path folder) throws Exception {
    Path log = folder.resolve("demo.log");
    Path keys = folder.resolve("keys.txt");
    Files.writeString(keys, keys());
    HookReceiver receiver = HookReceiver.start();
    Process process =
        OxusProcess.logging(log)
            .knowing("OXUS_KEYS", keys.toString())
            .knowing("OXUS_OUTBOUND_ALLOW", receiver.authority())
            .start(
                "demo",
                "--port",
                "0",
                "--until",
                instant,
                "--data",
                folder.toString(),
                "--webhooks",
                receiver.subscription(folder).toString());
    String told = await(log, process);
    Matcher addresses = ADDRESSES.matcher(told);
    assertThat(addresses.find()).as(told).isTrue();
    Properties settings = new Properties();
    settings.put("bootstrap.servers", addresses.group(2));
    settings.put("enable.metrics.push", "false");
    return new Demo(
        process,
        addresses.group(1),
        new KafkaProducer<>(
            settings, new StringSerializer(), AvroSerde.of(SpecificRecord.class).serializer()),
        receiver);
  }

  /** Each person's key is their name. */
  private static String keys() {
    return PEOPLE.stream()
        .map(name -> name + " | supervisor | all | " + Keys.hash(name) + "\n")
        .collect(Collectors.joining("", "", ADMIN + " | admin | all | " + Keys.hash(ADMIN) + "\n"));
  }

  private static String await(Path log, Process process) throws Exception {
    for (int i = 0; i < PATIENCE && process.isAlive(); i++) {
      String told = Files.exists(log) ? Files.readString(log) : "";
      if (told.contains(DONE)) {
        return told;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    throw new AssertionError("the demo did not come up: " + Files.readString(log));
  }

  /** The console's address, with a slash at its end. */
  String address() {
    return address;
  }

  /** Who is told of changes by webhook. */
  HookReceiver receiver() {
    return receiver;
  }

  /** Puts a record into the one log that everything follows from. */
  void send(String key, SpecificRecord record) throws Exception {
    producer
        .send(new ProducerRecord<>(Topics.BORDER_EVENTS.in(PREFIX), key, record))
        .get(30, TimeUnit.SECONDS);
  }

  /** The next minute after the end of the replay; no two records of tests share one. */
  Instant next() {
    return Instant.parse(SharedDemo.END).plusSeconds(60L * minutes.incrementAndGet());
  }

  /** An operator raises a sector: its level moves at once. */
  void raise(String sector, ThreatLevel floor) throws Exception {
    Instant at = next();
    send(
        sector,
        LevelOverride.newBuilder()
            .setId("drill-" + at)
            .setSector(sector)
            .setFloor(floor)
            .setAt(at)
            .setUntil(at.plusSeconds(86_400))
            .setWho("duty officer")
            .setWhy("a drill")
            .build());
  }

  @Override
  public void close() {
    producer.close();
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    receiver.close();
  }
}
