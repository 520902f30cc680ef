/**
 * Tar archives of plain files, as POSIX (ustar with pax headers) says.
 *
 * <p>What is written depends on nothing but names and contents: mode 0644, owner 0, one time for
 * all, a pax header only where a name is not ASCII or too long, or a file has 8 GiB or more.
 *
 * <p>What is read may come from a stranger. {@link simile.tar.TarReader} goes through the headers
 * alone, in bounded memory, and gives names and places; it takes regular files and folders, pax
 * headers that say {@code path} and {@code size}, and the long names of GNU tar. Links, devices,
 * sparse files, global headers and names that lead elsewhere are refused. Nothing is unpacked here.
 *
 * <p>May use: {@code simile.files}. Used by: bundles.
 */
package simile.tar;
