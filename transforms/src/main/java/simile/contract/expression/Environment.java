package simile.contract.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import simile.contract.field.Field;
import simile.contract.field.LogicalType;

/** What expressions may name, and how far they may go. */
final class Environment {
  static final String RECORD = "record";

  /** The most items that all loops of one evaluation may visit together. */
  private static final int MAX_ITERATIONS = 100_000;

  private static final int MAX_CODE_POINTS = 4_000;
  private static final String STRUCT = "simile.Record";
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MAX_CODE_POINTS)
          .maxParseRecursionDepth(64)
          .comprehensionMaxIterations(MAX_ITERATIONS)
          .maxRegexProgramSize(1_000)
          .enableHeterogeneousNumericComparisons(true)
          .evaluateCanonicalTypesToNativeValues(true)
          .build();

  private Environment() {}

  static CelCompiler compiler(List<Field> fields) {
    ImmutableMap.Builder<String, CelType> all = ImmutableMap.builder();
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL);
    for (Field field : fields) {
      all.put(field.name(), type(field));
      if (IDENTIFIER.matcher(field.name()).matches() && !field.name().equals(RECORD)) {
        builder.addVar(field.name(), type(field));
      }
    }
    // A contract that names a field twice is refused for that; here the last counts.
    ImmutableMap<String, CelType> types = all.buildKeepingLast();
    StructType struct =
        StructType.create(STRUCT, types.keySet(), name -> Optional.ofNullable(types.get(name)));
    return builder.setTypeProvider(new OneType(struct)).addVar(RECORD, struct).build();
  }

  static CelRuntime runtime() {
    return CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
  }

  private static CelType type(Field field) {
    return switch (field.type()) {
      case STRING, DATE, TIME -> SimpleType.STRING;
      case NUMBER -> SimpleType.DOUBLE;
      case INTEGER -> SimpleType.INT;
      case BOOLEAN -> SimpleType.BOOL;
      case TIMESTAMP -> SimpleType.TIMESTAMP;
      case OBJECT -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case ARRAY -> ListType.create(itemType(field));
    };
  }

  /** Numbers inside JSON are integers or doubles as they were written, so they are dynamic. */
  private static CelType itemType(Field array) {
    boolean strings = array.items().filter(i -> i.type() == LogicalType.STRING).isPresent();
    return strings ? SimpleType.STRING : SimpleType.DYN;
  }

  /** Makes the record's type known by its name. */
  private record OneType(StructType type) implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(type);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return name.equals(type.name()) ? Optional.of(type) : Optional.empty();
    }
  }
}
