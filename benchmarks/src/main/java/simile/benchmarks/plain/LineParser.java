package simile.benchmarks.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Optional;

/** Finds the fields of each line of a slab and checks them. */
final class LineParser {
  private final JsonFactory json =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxDocumentLength(Long.MAX_VALUE).build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  /** Parses all lines. A fault ends it: the input of a benchmark is right. */
  void parse(Slab slab, Rows rows) throws IOException {
    rows.clear();
    int end = slab.lines();
    // One parser for the whole range: a million of them would cost as much as a tenth of the work.
    try (JsonParser parser = json.createParser(slab.bytes(), 0, end)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        require(token == JsonToken.START_OBJECT, parser, "an object");
        row(parser, slab, rows);
      }
    }
  }

  private static void row(JsonParser parser, Slab slab, Rows rows) throws IOException {
    rows.begin((int) parser.currentTokenLocation().getByteOffset());
    int next = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      Optional<Field> field = Field.named(name, next);
      if (field.isEmpty()) {
        parser.skipChildren();
        continue;
      }
      require(!rows.has(field.get()), parser, "a key once");
      value(field.get(), parser, slab, rows);
      next = field.get().number + 1;
    }
    require(rows.has(Field.ID), parser, "an id");
    require(rows.has(Field.SOURCE_DOMAIN), parser, "a source_domain");
    require(rows.has(Field.TARGET_DOMAIN), parser, "a target_domain");
    require(rows.has(Field.QUALITY_SCORE), parser, "a quality_score");
    rows.end((int) parser.currentLocation().getByteOffset());
  }

  private static void value(Field field, JsonParser parser, Slab slab, Rows rows)
      throws IOException {
    switch (field.kind) {
      case TEXT -> text(field, parser, slab, rows);
      case TIME -> {
        text(field, parser, slab, rows);
        int start = rows.start(rows.count(), field);
        require(
            Times.valid(slab.bytes(), start, rows.end(rows.count(), field)), parser, "a date-time");
      }
      case NUMBER -> score(field, parser, rows);
      case OBJECT -> nested(JsonToken.START_OBJECT, field, parser, rows);
      case STRINGS -> nested(JsonToken.START_ARRAY, field, parser, rows);
    }
  }

  private static void text(Field field, JsonParser parser, Slab slab, Rows rows)
      throws IOException {
    require(parser.currentToken() == JsonToken.VALUE_STRING, parser, "a string");
    int start = (int) parser.currentTokenLocation().getByteOffset() + 1;
    parser.finishToken();
    int end = (int) parser.currentLocation().getByteOffset() - 1;
    require(end > start, parser, "text");
    for (int i = start; i < end; i++) {
      if (slab.bytes()[i] == '\\') {
        byte[] unescaped = parser.getText().getBytes(UTF_8);
        int kept = slab.keep(unescaped);
        rows.field(field, kept, kept + unescaped.length);
        return;
      }
    }
    rows.field(field, start, end);
  }

  private static void score(Field field, JsonParser parser, Rows rows) throws IOException {
    require(parser.currentToken().isNumeric(), parser, "a number");
    double score = parser.getDoubleValue();
    require(score >= 0 && score <= 1, parser, "a score in 0 to 1");
    rows.field(field, 0, 0);
    rows.score(score);
  }

  private static void nested(JsonToken open, Field field, JsonParser parser, Rows rows)
      throws IOException {
    require(parser.currentToken() == open, parser, open.asString());
    int start = (int) parser.currentTokenLocation().getByteOffset();
    if (open == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        require(parser.currentToken() == JsonToken.VALUE_STRING, parser, "a string");
      }
    } else {
      parser.skipChildren();
    }
    rows.field(field, start, (int) parser.currentLocation().getByteOffset());
  }

  private static void require(boolean holds, JsonParser parser, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "byte "
              + parser.currentTokenLocation().getByteOffset()
              + " of a range: expected "
              + expected);
    }
  }
}
