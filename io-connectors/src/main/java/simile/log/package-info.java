/** The commit log. */
package simile.log;
