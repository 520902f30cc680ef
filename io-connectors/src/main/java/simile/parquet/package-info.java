/** Records as Parquet. */
package simile.parquet;
