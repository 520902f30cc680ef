/**
 * What a run did, as one HTML file that needs nothing else: no script, no font, no picture from
 * elsewhere, so that it can be mailed, printed and kept.
 *
 * <p>{@link simile.report.RunReport} is the data, {@link simile.report.HtmlReport} the page. All
 * text comes from records and file names, so every piece of it is escaped in {@code Html}, the one
 * class that makes markup.
 *
 * <p>May use: the JDK. Used by: the jobs, which leave a report beside each workflow.
 */
package simile.report;
