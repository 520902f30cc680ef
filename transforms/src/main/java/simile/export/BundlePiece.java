package simile.export;

import simile.bundle.BundledFile;

/**
 * A file of a bundle that is not published yet.
 *
 * @param file what the bundle says of it
 * @param made where it is now, in the output's folder
 */
record BundlePiece(BundledFile file, String made) {}
