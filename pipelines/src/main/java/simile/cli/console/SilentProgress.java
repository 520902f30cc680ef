package simile.cli.console;

/** Shows nothing. */
final class SilentProgress implements Progress {

  @Override
  public void at(long bytes, long items, String rejected) {}

  @Override
  public void close() {}
}
