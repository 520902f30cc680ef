package simile.contract;

/**
 * Where a contract came from.
 *
 * @param file what messages call the file
 * @param id the contract's id
 * @param version the contract's version
 * @param yaml the file's bytes; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ContractSource(String file, String id, String version, byte[] yaml) {}
