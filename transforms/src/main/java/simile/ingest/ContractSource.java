package simile.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import simile.contract.Contract;
import simile.contract.ContractParser;

/**
 * A contract's file, to be sent to workers.
 *
 * @param name what to call it in messages
 * @param yaml its text
 */
public record ContractSource(String name, String yaml) implements Serializable {

  /** Parses it. @throws simile.contract.ContractException if it is broken */
  public Contract parse() {
    return ContractParser.parse(name, bytes());
  }

  public byte[] bytes() {
    return yaml.getBytes(UTF_8);
  }
}
