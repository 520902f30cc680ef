/** What ships for schedulers is what they take. */
package simile.schedules;
