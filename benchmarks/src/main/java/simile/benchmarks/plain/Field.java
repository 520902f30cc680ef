package simile.benchmarks.plain;

import java.util.Optional;

/** The columns of the table, in order. */
enum Field {
  ID(0, "id", Kind.TEXT),
  SOURCE_DOMAIN(1, "source_domain", Kind.TEXT),
  TARGET_DOMAIN(2, "target_domain", Kind.TEXT),
  QUALITY_SCORE(3, "quality_score", Kind.NUMBER),
  CONCEPT_MAPPINGS(4, "concept_mappings", Kind.OBJECT),
  FRAME_MAPPINGS(5, "frame_mappings", Kind.OBJECT),
  CREATED_AT(6, "created_at", Kind.TIME),
  UPDATED_AT(7, "updated_at", Kind.TIME),
  TAGS(8, "tags", Kind.STRINGS),
  METADATA(9, "metadata", Kind.OBJECT),
  WORKFLOW_ID(10, "workflow_id", Kind.TEXT);

  enum Kind {
    TEXT,
    NUMBER,
    TIME,
    OBJECT,
    STRINGS
  }

  static final int COUNT = values().length;

  private static final Field[] ALL = values();

  /** The place in a row, from 0. */
  final int number;

  final String column;
  final Kind kind;

  Field(int number, String column, Kind kind) {
    this.number = number;
    this.column = column;
    this.kind = kind;
  }

  /** The field of that name, looked for from {@code hint} on, since records keep an order. */
  static Optional<Field> named(String name, int hint) {
    for (int i = 0; i < COUNT; i++) {
      Field field = ALL[(hint + i) % COUNT];
      if (field.column.equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
