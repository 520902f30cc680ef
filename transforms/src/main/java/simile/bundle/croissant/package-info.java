/**
 * {@code croissant.json}: a bundle in the words of <a
 * href="https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html">Croissant 1.0</a>, a
 * JSON-LD vocabulary that data tools read.
 *
 * <p>Each file of records, vectors, contracts, models and history is a {@code FileObject} with size
 * and SHA-256; the records of a collection are a {@code FileSet}, and a {@code RecordSet} whose
 * {@code Field}s come from the contract. Version 1.0 and not 1.1, since that is what tools read
 * today; nothing here needs the newer one.
 *
 * <p>What the vocabulary cannot say: objects whose keys are data ({@code concept_mappings}) have no
 * type, and called text they could not be loaded; so they are no fields, and the description of the
 * record set names them. Arrays of an NPZ cannot be fields, so the file says in its description
 * which arrays it has.
 *
 * <p>May use: {@code simile.bundle}, {@code simile.contract}. Used by: export.
 */
package simile.bundle.croissant;
