package simile.proof.model;

import simile.testkit.WatchedFiles.Point;
import simile.testkit.WatchedFiles.Watcher;

/** Ends the process at a change of files, and whatever it still tries. */
final class PowerCut implements Watcher {
  private int left;
  private boolean dead;

  /**
   * @param at which change, from 1
   */
  PowerCut(int at) {
    this.left = at;
  }

  @Override
  public void reach(Point point, String path) {
    if (!dead && !point.isRead() && point != Point.ABANDON) {
      dead = --left == 0;
    }
    if (dead) {
      throw new Dead();
    }
  }
}
