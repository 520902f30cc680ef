package simile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "simile", importOptions = DoNotIncludeTests.class)
class DependencyTest {
  private static final String BEAM = "org.apache.beam..";

  @ArchTest
  static final ArchRule CONTRACTS_ARE_PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAnyPackage("simile.contract..", "simile.bundle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BEAM, "simile.connectors..", "simile.ingest..");

  @ArchTest
  static final ArchRule ONLY_TRANSFORMS_AND_THEIR_FUNCTIONS_KNOW_BEAM =
      noClasses()
          .that()
          .resideInAnyPackage(
              "simile.ingest..", "simile.delete..", "simile.undelete..", "simile.compact..")
          .and()
          .areNotAssignableTo("org.apache.beam.sdk.transforms.PTransform")
          .and()
          .areNotAssignableTo("org.apache.beam.sdk.transforms.DoFn")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BEAM);

  @ArchTest
  static final ArchRule OPTIONS_END_AT_THE_DOOR =
      noClasses()
          .that()
          .resideInAnyPackage(
              "simile.contract..",
              "simile.bundle..",
              "simile.ingest..",
              "simile.delete..",
              "simile.undelete..",
              "simile.compact..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam.sdk.options..",
              "org.apache.beam.runners..",
              "org.apache.flink..",
              "simile.jobs..",
              "simile.cli..",
              "simile.report..");

  @ArchTest
  static final ArchRule FUNCTIONS_HAVE_NAMES =
      classes()
          .that()
          .areAssignableTo("org.apache.beam.sdk.transforms.DoFn")
          .should()
          .beTopLevelClasses();

  @ArchTest
  static final ArchRule QUIET =
      noClasses()
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
