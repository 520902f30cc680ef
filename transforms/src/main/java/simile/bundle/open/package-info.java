/**
 * Opening a bundle that a stranger may have made, from a folder or a {@code .tar}.
 *
 * <p>Before anything of it is used, every file is held against {@code bundle.json}: there is each
 * that it names, with its size and its SHA-256, and there is no other. Folders are walked without
 * following links. Archives are listed first (see {@code simile.tar}), so that what is refused is
 * never unpacked; what is unpacked goes to a new folder of this process, at most as many bytes as
 * {@code bundle.json} names. Memory depends on the number of files alone.
 *
 * <p>May use: {@code simile.bundle}, {@code simile.tar}, {@code simile.files}. Used by: import.
 */
package simile.bundle.open;
