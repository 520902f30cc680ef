package simile.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * How stored records are parsed: they passed a contract when they were written, so that nothing but
 * depth is limited, and that a little above what a contract allows.
 */
public final class StoredJson {
  private static final int MAX_DEPTH = 1100;

  private StoredJson() {}

  public static JsonFactory parsers() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build())
        .build();
  }
}
