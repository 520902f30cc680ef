package simile.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "simile", importOptions = DoNotIncludeTests.class)
class DependencyTest {

  @ArchTest
  static final ArchRule COMMANDS_START_WITHOUT_BEAM =
      noClasses()
          .that()
          .resideInAnyPackage("simile.cli..", "simile.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.beam..", "org.apache.flink..")
          .because("query, history and inspect answer in under a second");

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_COMMANDS =
      noClasses()
          .that()
          .resideOutsideOfPackage("simile.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("simile.cli..");

  @ArchTest
  static final ArchRule COMMANDS_KNOW_NO_FORMATS =
      noClasses()
          .that()
          .resideInAnyPackage("simile.cli..", "simile.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("simile.npz..", "simile.sqlite..", "simile.keys..");

  @ArchTest
  static final ArchRule NOTHING_PRINTS_PAST_THE_CONSOLE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("simile.cli.Main")
          .and()
          .doNotHaveFullyQualifiedName("simile.jobs.IngestMain") // has no console: it is a main
          .and()
          .doNotHaveFullyQualifiedName("simile.servers.ServerMain") // a main too, for tests
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("simile.(**)").should().beFreeOfCycles();
}
