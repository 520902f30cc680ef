/**
 * What file systems over a network have in common: reading ahead, files that are built on local
 * disk and then sent, and a local cache of whole files for readers that need a path.
 *
 * <p>May use: {@code files}. Used by: file systems, and readers of formats that need local files.
 */
package simile.files.remote;
