package simile.parquet.format;

/** The numbers that Thrift's compact protocol has for kinds of values. */
final class ThriftKind {
  static final int STOP = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int I8 = 3;
  static final int I16 = 4;
  static final int I32 = 5;
  static final int I64 = 6;
  static final int DOUBLE = 7;
  static final int BINARY = 8;
  static final int LIST = 9;
  static final int SET = 10;
  static final int MAP = 11;
  static final int STRUCT = 12;

  private ThriftKind() {}
}
