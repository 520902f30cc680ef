package simile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import simile.testing.SourceRules;

@AnalyzeClasses(packages = "simile", importOptions = DoNotIncludeTests.class)
class DependencyTest {

  @ArchTest
  static final ArchRule ONLY_CONNECTORS_KNOW_BEAM =
      noClasses()
          .that()
          .resideOutsideOfPackage("simile.connectors..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.beam..")
          .because("the store must open fast and be embeddable");

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_CONNECTORS =
      noClasses()
          .that()
          .resideOutsideOfPackage("simile.connectors..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("simile.connectors..");

  @ArchTest
  static final ArchRule STORE_KNOWS_NO_CONTRACTS_OR_PIPELINES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "simile.contract..",
              "simile.ingest..",
              "simile.jobs..",
              "simile.cli..",
              "simile.report..");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("simile.(**)").should().beFreeOfCycles();

  @ArchTest static final ArchRule QUIET = SourceRules.quiet();

  @ArchTest static final ArchRule PACKAGES_ARE_DESCRIBED = SourceRules.packagesAreDescribed();

  @ArchTest static final ArchRule FUNCTIONS_HAVE_NAMES = SourceRules.functionsHaveNames();
}
