/** What the tests of the formats share. */
package simile.testing;
