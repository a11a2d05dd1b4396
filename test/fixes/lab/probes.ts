/** What a test sees of the stores of lab services. */
import type { EmbeddedPostgres } from "../../apps/shopfront/scripts/embedded-postgres.ts";
import type { Probe } from "./scenarios.ts";

/** Tables as the services' migrations make them. @param tables names where they are not the plain ones. */
export function sqlProbe({ db }: EmbeddedPostgres, names: SqlNames = plainNames): Probe {
  const number = async (query: string, values: unknown[] = []) =>
    Number(Object.values((await db.query<Record<string, unknown>>(query, values)).rows[0] ?? {})[0] ?? Number.NaN);
  return {
    async seed() {
      await db.exec(`DELETE FROM ${names.users}; DELETE FROM ${names.orders}; DELETE FROM ${names.payments}; DELETE FROM ${names.receipts};
        INSERT INTO ${names.users} (id, email, role) VALUES (1, 'admin@example.com', 'admin'), (2, 'ada@example.com', 'customer');
        INSERT INTO ${names.orders} (id, ${names.userId}, cents) VALUES (1, 2, 1200), (2, 2, 800);
        SELECT setval(pg_get_serial_sequence('${names.users}', 'id'), 10), setval(pg_get_serial_sequence('${names.orders}', 'id'), 10);`);
    },
    count: (what) => number(`SELECT count(*) FROM ${names[what]}`),
    points: (user) => number(`SELECT points FROM ${names.users} WHERE id = $1`, [user]),
    async roleOf(email) {
      const { rows } = await db.query<{ role: string }>(`SELECT role FROM ${names.users} WHERE email = $1`, [email]);
      return rows[0]?.role ?? "none";
    },
  };
}

export interface SqlNames {
  readonly users: string;
  readonly orders: string;
  readonly payments: string;
  readonly receipts: string;
  readonly userId: string;
}

export const plainNames: SqlNames = {
  users: "users",
  orders: "orders",
  payments: "payments",
  receipts: "receipts",
  userId: "user_id",
};
