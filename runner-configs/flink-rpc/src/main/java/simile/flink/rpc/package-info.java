/** Flink's RPC where the launcher and tests find it without unpacking anything. */
package simile.flink.rpc;
