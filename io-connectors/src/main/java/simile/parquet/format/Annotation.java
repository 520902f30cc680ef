package simile.parquet.format;

/** What a node of the schema means, beyond how it lies in the file. */
public sealed interface Annotation {

  /** The value is what its physical type says. */
  record None() implements Annotation {}

  /** {@code STRING} or {@code ENUM}: UTF-8. */
  record Text() implements Annotation {}

  /** {@code JSON}: a document, as UTF-8. */
  record Json() implements Annotation {}

  record Uuid() implements Annotation {}

  record Float16() implements Annotation {}

  /**
   * A number without its point.
   *
   * @param scale how many digits are after the point
   */
  record Decimal(int scale) implements Annotation {}

  /** Days since 1970. */
  record Date() implements Annotation {}

  /**
   * Time since midnight.
   *
   * @param perSecond how many units a second has
   */
  record Time(long perSecond) implements Annotation {}

  /**
   * Time since 1970.
   *
   * @param perSecond how many units a second has
   * @param utc whether it is an instant, and not what a clock on a wall shows
   */
  record Timestamp(long perSecond, boolean utc) implements Annotation {}

  record Whole(boolean signed) implements Annotation {}

  /** {@code LIST}. */
  record Listed() implements Annotation {}

  /** {@code MAP}. */
  record Mapped() implements Annotation {}

  /** {@code UNKNOWN}: nothing but nulls. */
  record Nothing() implements Annotation {}

  /**
   * What has no form in JSON, or is not known here.
   *
   * @param name what the format calls it
   */
  record Foreign(String name) implements Annotation {}
}
