/**
 * The formats as Beam connectors: {@code NpzIO}, {@code SqliteIO}, {@code ParquetIO} and {@code
 * JsonlIO}, each of use to any Beam pipeline, with no store around it.
 *
 * <p>What they share: facades are immutable and set by {@code withX()}; coders are set for you;
 * files are found, read and written through Beam's {@code FileSystems} (formats that need random
 * access go through a local copy). Writing makes each file under a final name that no other attempt
 * ever uses, and answers with a {@link simile.connectors.WrittenFile} for each: that collection,
 * and never a listing of the folder, says what was written. An attempt that failed may leave files
 * that no answer names; nothing is renamed.
 *
 * <p>The only package that imports Beam. May use: {@code files}, the formats, Beam. Used by:
 * pipelines, other projects.
 */
package simile.connectors;
