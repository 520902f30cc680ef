package simile.report;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The histogram of quality, as SVG that takes its colours from the page. */
final class QualityChart {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 266;
  private static final int LEFT = 56;
  private static final int RIGHT = 14;
  private static final int TOP = 12;
  private static final int BOTTOM = 42;
  private static final int GAP = 4;

  private final List<Long> bins;
  private final long most;
  private final long step;
  private final long top;

  QualityChart(List<Long> bins) {
    this.bins = bins;
    most = Collections.max(bins);
    step = niceStep(most);
    top = Math.max(1, Math.max(1, (most + step - 1) / step) * step);
  }

  void draw(Html html) {
    html.format(
        "<div class=\"scroll\"><svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        WIDTH, HEIGHT, summary());
    for (long value = 0; value <= top; value += step) {
      gridLine(html, value);
    }
    for (int bin = 0; bin < bins.size(); bin++) {
      bar(html, bin);
    }
    for (int tick = 0; tick <= 10; tick += 2) {
      html.format(
          "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>",
          LEFT + plotWidth() * tick / 10.0, HEIGHT - BOTTOM + 16, tick / 10.0);
    }
    html.format(
        "<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">quality score</text></svg></div>",
        LEFT + plotWidth() / 2.0, HEIGHT - 6);
  }

  private String summary() {
    int fullest = bins.indexOf(most);
    return "Histogram of quality scores in "
        + bins.size()
        + " bins from 0 to 1. The fullest bin, "
        + range(fullest)
        + ", holds "
        + Figures.count(most)
        + " records.";
  }

  private void gridLine(Html html, long value) {
    double y = y(value);
    html.format(
        "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
        value == 0 ? "base" : "grid", LEFT, WIDTH - RIGHT, y, y);
    html.format(
        "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
        LEFT - 8, y + 4, shortCount(value));
  }

  private void bar(Html html, int bin) {
    long count = bins.get(bin);
    if (count == 0) {
      return;
    }
    double width = plotWidth() / bins.size();
    double height = Math.max(1.5, y(0) - y(count));
    html.format(
        "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\">"
            + "<title>%s: %s</title></rect>",
        LEFT + bin * width + GAP / 2.0,
        y(0) - height,
        width - GAP,
        height,
        range(bin),
        Figures.count(count));
  }

  private String range(int bin) {
    return String.format(
        Locale.ROOT, "%.2f to %.2f", bin / (double) bins.size(), (bin + 1) / (double) bins.size());
  }

  private double y(long value) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / (double) top);
  }

  private static double plotWidth() {
    return WIDTH - LEFT - RIGHT;
  }

  /** 1, 2 or 5 times a power of ten, so that there are at most five lines. */
  private static long niceStep(long most) {
    long power = 1;
    while (true) {
      for (long factor : new long[] {1, 2, 5}) {
        if (factor * power * 5 >= most) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private static String shortCount(long n) {
    if (n < 10_000) {
      return Figures.count(n);
    }
    return n < 1_000_000
        ? n / 1000 + " k"
        : String.format(Locale.ROOT, n % 1_000_000 == 0 ? "%.0f M" : "%.1f M", n / 1e6);
  }
}
