/** What ships for schedulers, as tests read it. */
package simile.proof.schedules;
