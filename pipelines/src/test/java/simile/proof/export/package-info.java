/** Exports: every format against what a query answers, publication, faults. */
package simile.proof.export;
