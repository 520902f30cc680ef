/** The launcher script, run as people run it: through the shell, in a process of its own. */
package simile.launcher;
