package simile.bundle.card;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import simile.bundle.Bundle;
import simile.contract.Contract;

/** Writes {@code README.md}. */
public final class DataCard {
  private DataCard() {}

  /**
   * @param bundle its files without the descriptions ({@code README.md}, {@code croissant.json})
   * @param contracts by collection
   */
  public static byte[] toBytes(Bundle bundle, Map<String, Contract> contracts) {
    Yaml yaml = new Yaml();
    new FrontMatter(bundle, contracts).write(yaml);
    return ("---\n" + yaml + "---\n\n" + new CardText(bundle, contracts).text()).getBytes(UTF_8);
  }
}
