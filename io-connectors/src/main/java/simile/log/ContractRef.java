package simile.log;

import java.util.Objects;

/**
 * The contract that a commit's rows were checked against.
 *
 * @param id the contract's id
 * @param version its version, as it says of itself
 * @param sha256 of its file's bytes, 64 hexadecimal digits
 * @param path of the copy in the store, relative to the root
 */
public record ContractRef(String id, String version, String sha256, String path) {
  public ContractRef {
    Objects.requireNonNull(id);
    Objects.requireNonNull(version);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(path);
  }
}
