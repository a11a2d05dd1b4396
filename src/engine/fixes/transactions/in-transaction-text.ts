/** The text of `in-transaction.ts` in a project that talks to PostgreSQL with node-postgres. */
import type { FileStyle } from "../code/file-style.ts";
import { exported, importLine } from "../stores/store.ts";

/** https://node-postgres.com/features/transactions: one client from beginning to end, never `pool.query`. */
export function inTransactionText(style: FileStyle): string {
  const { before, after } = exported(style, "inTransaction");
  const parameters = style.typed
    ? "<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T>"
    : "(pool, work)";
  return `${importLine(style, "{ Pool, PoolClient }", "pg", "type")}${style.typed ? "\n" : ""}/** Runs work in one transaction: all of its writes are kept, or none. The work must use the client it is given. */
${before}async function inTransaction${parameters} {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
${after}`;
}
