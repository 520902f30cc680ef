/**
 * What a store may cost however large it grows: memory, and open files. A test that takes long is
 * tagged {@code full}.
 */
package simile.proof.scale;
