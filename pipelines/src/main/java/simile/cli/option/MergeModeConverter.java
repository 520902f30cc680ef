package simile.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import simile.ingest.MergeMode;

/** Reads a way to merge, such as {@code skip-existing}. */
public final class MergeModeConverter implements ITypeConverter<MergeMode> {

  @Override
  public MergeMode convert(String text) {
    try {
      return MergeMode.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
