package simile.files.s3;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "simile.files.s3", importOptions = DoNotIncludeTests.class)
class DependencyTest {

  @ArchTest
  static final ArchRule ONLY_FILES_ARE_USED =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.slf4j..",
              "software.amazon..",
              "simile.files",
              "simile.files.remote",
              "simile.files.s3");

  @ArchTest
  static final ArchRule A_PROVIDER_LOADS_NOTHING =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Provider")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..")
          .because("each command looks at all providers, also one on a local store");

  @ArchTest
  static final ArchRule QUIET =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @Test
  void thePackageIsDescribed() {
    assertThat(Files.exists(Path.of("src/main/java/simile/files/s3/package-info.java")), is(true));
  }
}
