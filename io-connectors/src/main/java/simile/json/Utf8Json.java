package simile.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/**
 * How records are written that were no JSON before: all text as UTF-8. By itself Jackson writes
 * what is beyond 16 bits (emoji, rare characters) as two escapes.
 */
public final class Utf8Json {
  private Utf8Json() {}

  public static JsonFactory writers() {
    return JsonFactory.builder()
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .build();
  }
}
