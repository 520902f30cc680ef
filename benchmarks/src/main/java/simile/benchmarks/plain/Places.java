package simile.benchmarks.plain;

/** For each row of a range, by row number: its partition and where in that file its line begins. */
final class Places {
  final int[] partition;
  final int[] offset;

  Places(int rows) {
    partition = new int[rows];
    offset = new int[rows];
  }
}
