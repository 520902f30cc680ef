/** What the job jar is made of. */
package simile.job;
