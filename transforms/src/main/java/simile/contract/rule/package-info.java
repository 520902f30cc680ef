/**
 * What a broken rule is, and what a rule written in Java looks like.
 *
 * <p>May use: the JDK. Used by: the rest of {@code simile.contract}, and everyone who reads or
 * counts violations or brings rules of their own.
 */
package simile.contract.rule;
