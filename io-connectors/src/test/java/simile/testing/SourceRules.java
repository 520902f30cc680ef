package simile.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rules that hold in every module. */
public final class SourceRules {
  private static final String DO_FN = "org.apache.beam.sdk.transforms.DoFn";

  private SourceRules() {}

  /** Nothing prints past the console, or uses the mutable dates of old. */
  public static ArchRule quiet() {
    return noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Date");
  }

  /** Every package says what it is for. */
  public static ArchRule packagesAreDescribed() {
    return classes().should(new HavePackageInfo());
  }

  /** A step's name in a runner comes from its function's class. */
  public static ArchRule functionsHaveNames() {
    return classes()
        .that()
        .areAssignableTo(DO_FN)
        .should()
        .beTopLevelClasses()
        .allowEmptyShould(true);
  }

  /** Looks at the sources, since a package without annotations leaves no class behind. */
  private static final class HavePackageInfo extends ArchCondition<JavaClass> {
    HavePackageInfo() {
      super("be in a package with a package-info.java");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      String inside = "src/main/java/" + type.getPackageName().replace('.', '/');
      boolean isOfThisModule = Files.isDirectory(Path.of(inside));
      boolean described = Files.exists(Path.of(inside, "package-info.java"));
      if (isOfThisModule && !described) {
        events.add(SimpleConditionEvent.violated(type, inside + " has no package-info.java"));
      }
    }
  }
}
