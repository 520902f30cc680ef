package simile.chaos;

/**
 * A fault that strikes a run.
 *
 * @param records how many lines are ingested, before the run or by it
 */
record Trial(Fault fault, Moment moment, Work work, int records) {
  static Trial of(Fault fault, Moment moment) {
    return new Trial(fault, moment, Work.INGEST, 60_000);
  }

  Trial with(Work other) {
    return new Trial(fault, moment, other, records);
  }

  Trial with(int otherRecords) {
    return new Trial(fault, moment, work, otherRecords);
  }

  @Override
  public String toString() {
    return "%s, %s, %s of %,d".formatted(fault.text(), moment.text(), work.text(), records);
  }
}
