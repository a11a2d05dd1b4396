// https://www.atdatabases.org/docs/pg · https://www.atdatabases.org/docs/mysql · https://www.atdatabases.org/docs/sqlite
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";

export default defineSystem({
  title: "@databases",
  system: ({ client }) => (client.kind === "external" ? DATABASES.get(client.package) : undefined),
  category: "database",
  packages: ["@databases/pg", "@databases/mysql", "@databases/sqlite", "@databases/sqlite-sync"],
  clients: [
    "default()",
    "createConnectionPool()",
    "connect()",
    "new ConnectionPool()",
    "new Connection()",
    "new Transaction()",
    "new Queryable()",
  ],
  calls: { "query|queryStream": (call: CallView) => sqlEffects(call, call.arguments[0]) },
  transactions: { tx: { callback: 0, client: 0 } },
  runs: ["task"],
});

const DATABASES: ReadonlyMap<string, string> = new Map([
  ["@databases/pg", "postgres"],
  ["@databases/mysql", "mysql"],
  ["@databases/sqlite", "sqlite"],
  ["@databases/sqlite-sync", "sqlite"],
]);
