package simile.cli.option;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import simile.export.ExportFormat;

/** Reads the format of an export, such as {@code parquet}. */
public final class ExportFormatConverter implements ITypeConverter<ExportFormat> {

  @Override
  public ExportFormat convert(String text) {
    return Arrays.stream(ExportFormat.values())
        .filter(format -> format.key().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no format; expected one of %s, bundle"
                        .formatted(
                            text,
                            Arrays.stream(ExportFormat.values())
                                .map(ExportFormat::key)
                                .collect(Collectors.joining(", ")))));
  }
}
