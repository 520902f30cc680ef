/**
 * Imports: files of other formats, perhaps for several collections, checked and written as one
 * commit, or none.
 *
 * <p>Each input is an {@link simile.jobs.imports.ImportSource}, which an {@link
 * simile.jobs.imports.SourceFinder} makes of it: plain files, a folder that an export wrote, a
 * bundle. All of it is looked at before anything of the store is touched. From there an import is
 * an ingest: {@link simile.jobs.imports.ImportJob} plans it, {@link
 * simile.jobs.imports.ImportPreview} only says what it would do.
 *
 * <p>May use: {@code simile.jobs}, transforms, the store. Used by: {@code simile.cli}.
 */
package simile.jobs.imports;
