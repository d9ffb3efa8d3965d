package oxus.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * Holds the architecture that ARCHITECTURE.md states: which module may know which, what the core
 * may not touch, and who may read a clock. Production classes only.
 */
@AnalyzeClasses(packages = "oxus", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] CORE = {
    "oxus.ingest.*..",
    "oxus.processor.*..",
    "oxus.alerts.*..",
    "oxus.standalone.backtest..",
    "oxus.standalone.diff..",
    "oxus.standalone.explain..",
    "oxus.standalone.junit.."
  };

  /** What only the shell may know. Packages that speak HTTP by design would be named here. */
  private static final String[] OUTSIDE = {
    "org.apache.kafka..",
    "io.vertx..",
    "io.micrometer..",
    "java.net.http..",
    "java.nio.file..",
    "com.sun.net.httpserver..",
    "org.slf4j..",
    "oxus.schemas.connect..",
    "oxus.schemas.outbound.."
  };

  /**
   * The clock of the sequencer, the acceptance of articles and of actions, and the attempts to
   * deliver: time becomes data here. The pace of a replay and what it says of it are for the one
   * who waits; nothing of theirs is in a record.
   */
  private static final DescribedPredicate<JavaClass> CLOCK_READERS =
      describe(
          "clock readers",
          type ->
              Set.of(
                      "oxus.ingest.TickClock",
                      "oxus.ingest.ArticlePublisher",
                      "oxus.ingest.ArticlePush",
                      "oxus.ingest.Poller",
                      "oxus.alerts.AlertsApp",
                      "oxus.standalone.Pace",
                      "oxus.standalone.Progress",
                      "oxus.standalone.WatchCommand")
                  .contains(type.getName()));

  /** Keys and sessions must not be guessed. */
  private static final DescribedPredicate<JavaClass> KEY_MAKERS =
      describe("makers of keys", type -> type.getName().equals("oxus.alerts.Secrets"));

  @ArchTest
  static final ArchRule theCoreKnowsNothingOfKafkaFilesOrHttp =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OUTSIDE);

  @ArchTest
  static final ArchRule theCoreOpensNoFile =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat(
              describe(
                  "open files", type -> type.getName().matches("java\\.io\\.(File|Random).*")));

  @ArchTest
  static final ArchRule theCoreDoesNotKnowItsShell =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat(resideInAnyPackage("oxus.ingest", "oxus.processor", "oxus.alerts"));

  @ArchTest
  static final ArchRule ingestKnowsNeitherProcessorNorAlerts =
      apart("oxus.ingest..", "oxus.processor..", "oxus.alerts..");

  @ArchTest
  static final ArchRule processorKnowsNeitherIngestNorAlerts =
      apart("oxus.processor..", "oxus.ingest..", "oxus.alerts..");

  @ArchTest
  static final ArchRule alertsKnowsNeitherIngestNorProcessor =
      apart("oxus.alerts..", "oxus.ingest..", "oxus.processor..");

  @ArchTest
  static final ArchRule nobodyKnowsTheCommand =
      noClasses()
          .that()
          .resideOutsideOfPackages("oxus.standalone..", "oxus.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("oxus.standalone..");

  @ArchTest
  static final ArchRule theTheatreKnowsTheContractsOnly =
      noClasses()
          .that()
          .resideInAPackage("oxus.theatre..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("oxus..")
                  .and(not(resideInAnyPackage("oxus.theatre", "oxus.schemas"))));

  @ArchTest
  static final ArchRule theContractsKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("oxus.schemas..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("oxus..").and(not(resideInAPackage("oxus.schemas.."))));

  @ArchTest
  static final ArchRule onlyTheClockReadersReadAClock =
      noClasses()
          .that(not(CLOCK_READERS))
          .should()
          .accessTargetWhere(
              uses(
                  "java.time.\\w+.now\\(.*",
                  "java.time.Clock.\\w+\\(.*",
                  "java.time.InstantSource.system\\(.*",
                  "java.lang.System.(currentTimeMillis|nanoTime)\\(.*",
                  "java.util.Date.<init>\\(\\)",
                  "java.util.(Gregorian)?Calendar.(<init>|getInstance)\\(.*"));

  @ArchTest
  static final ArchRule nothingIsDrawnByChance =
      noClasses()
          .that(not(KEY_MAKERS))
          .should()
          .accessTargetWhere(
              uses(
                  "java.lang.(Math|StrictMath).random\\(.*",
                  "java.util.UUID.randomUUID\\(.*",
                  "java.util.Collections.shuffle\\(.*",
                  "java.util.(Random|SplittableRandom|concurrent.ThreadLocalRandom)\\..*",
                  "java.util.random\\..*",
                  "java.security.SecureRandom\\..*"));

  /** The command talks to servers that its user names; everything else asks strangers. */
  @ArchTest
  static final ArchRule thereIsOneWayOut =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "oxus.schemas.outbound", "oxus.standalone..", "oxus.benchmarks..")
          .should()
          .accessTargetWhere(
              uses(
                  "io.vertx.core.Vertx.create(Http|Net|WebSocket)Client\\(.*",
                  "java.net.URL.open\\w+\\(.*",
                  "java.net.http.HttpClient.\\w+\\(.*",
                  "java.net.Socket.<init>\\(.*"));

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses().should().accessTargetWhere(uses("java.lang.Thread.sleep\\(.*"));

  @ArchTest
  static final ArchRule nothingDependsOnTheLocaleZoneOrCharsetOfTheMachine =
      noClasses()
          .should()
          .accessTargetWhere(
              uses(
                  "java.lang.String.to(Lower|Upper)Case\\(\\)",
                  "java.lang.String.(format\\(java.lang.String, |formatted\\().*",
                  "java.lang.String.(getBytes\\(\\)|<init>\\(\\[B\\))",
                  "java.io.Print(Stream|Writer).(printf|format)\\(java.lang.String, .*",
                  "java.io.InputStreamReader.<init>\\(java.io.InputStream\\)",
                  "java.util.(Locale|TimeZone).getDefault\\(.*",
                  "java.time.ZoneId.systemDefault\\(.*",
                  "java.nio.charset.Charset.defaultCharset\\(.*",
                  "java.time.format.DateTimeFormatter.ofPattern\\(java.lang.String\\)",
                  "java.text.\\w+.get\\w*Instance\\(\\)"));

  /** The results of these may differ in the last bit from one machine to the next. */
  @ArchTest
  static final ArchRule arithmeticIsStrict =
      noClasses()
          .should()
          .accessTargetWhere(
              uses(
                  "java.lang.Math.(pow|exp|expm1|log|log10|log1p|cbrt|hypot|a?(sin|cos|tan)h?|atan2)\\(.*"));

  @ArchTest
  static final ArchRule thereIsNoStaticMutableState =
      fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule noClassOfOursInheritsFromAnother =
      noClasses()
          .should(
              be(
                  describe(
                      "subclasses of a class of ours",
                      type ->
                          type.getRawSuperclass()
                              .filter(parent -> parent.getPackageName().startsWith("oxus"))
                              .filter(parent -> !parent.isEnum())
                              .isPresent())));

  @ArchTest
  static void everyPackageSaysWhatItIsAndThatNullIsMarked(JavaClasses classes) {
    Set<String> silent = new TreeSet<>();
    for (JavaClass type : classes) {
      JavaPackage home = type.getPackage();
      boolean marked =
          home.tryGetPackageInfo()
              .filter(info -> info.isAnnotatedWith(NullMarked.class))
              .isPresent();
      if (!marked) {
        silent.add(home.getName());
      }
    }

    assertThat(silent).as("packages without a package-info with @NullMarked").isEmpty();
  }

  private static ArchRule apart(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  /** A call or a method reference whose target's full name matches one of these. */
  private static DescribedPredicate<JavaAccess<?>> uses(String... fullNames) {
    Pattern names = Pattern.compile(String.join("|", fullNames));
    return describe(
        "uses what matches " + names,
        access -> names.matcher(access.getTarget().getFullName()).matches());
  }
}
