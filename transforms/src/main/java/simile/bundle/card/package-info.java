/**
 * {@code README.md}: a bundle's data card, as the <a
 * href="https://huggingface.co/docs/hub/datasets-cards">Hugging Face Hub</a> reads it.
 *
 * <p>YAML between two lines of {@code ---}: {@code license}, {@code pretty_name}, {@code tags},
 * {@code size_categories}, {@code configs} (a collection each, with its files) and {@code
 * dataset_info} (its features and counts); then text for people. Objects and arrays that the
 * contract leaves open are features of type {@code json}.
 *
 * <p>Names and descriptions come from contracts, so everything is quoted: they can neither end the
 * YAML nor become markup.
 *
 * <p>May use: {@code simile.bundle}, {@code simile.contract}. Used by: export.
 */
package simile.bundle.card;
