/**
 * Reading JSON objects by hand: typed fields with errors that name the place. The codecs of the log
 * and of the workflows are built on it, so that a field's name and meaning stand in one place and
 * no class is bound by reflection.
 *
 * <p>May use: Jackson's core. Used by: {@code simile.log}, {@code simile.workflow}; {@link
 * simile.json.JsonSpans} and {@link simile.json.StoredJson} by what reads values of records.
 */
package simile.json;
