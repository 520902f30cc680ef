/**
 * What changed, and when: the difference of two versions, record by record; and the life of one
 * record: what every version did to it, as far as files of earlier versions are still there.
 *
 * <p>May use: {@code simile.files}, {@code simile.log}, {@code simile.merge}, {@code
 * simile.record}, {@code simile.segment}, {@code simile.store}. Used by: the jobs and the command
 * line; made to be embedded in other programs too.
 */
package simile.history;
