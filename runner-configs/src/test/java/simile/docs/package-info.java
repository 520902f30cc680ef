/** The documentation, run as its reader would. */
package simile.docs;
