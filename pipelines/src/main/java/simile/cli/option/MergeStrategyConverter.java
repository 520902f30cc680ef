package simile.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import simile.jobs.imports.MergeStrategy;

/** Reads what becomes of conflicts, such as {@code skip-conflicts}. */
public final class MergeStrategyConverter implements ITypeConverter<MergeStrategy> {

  @Override
  public MergeStrategy convert(String text) {
    try {
      return MergeStrategy.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
