package simile.contract.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.ContentReference;

/**
 * Makes parsers that take bytes as UTF-8 and nothing else: Jackson's own door guesses UTF-16 and
 * UTF-32 from zero bytes, where offsets would no longer be what was read.
 */
public final class LineParsers extends JsonFactory {
  private static final long serialVersionUID = 1;

  /** How deep JSON may be nested, the record itself included. */
  public static final int MAX_DEPTH = 1000;

  public LineParsers() {
    super(
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW));
  }

  public LineParser open() {
    return new LineParser(
        _createContext(ContentReference.unknown(), false),
        _parserFeatures,
        _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures));
  }
}
