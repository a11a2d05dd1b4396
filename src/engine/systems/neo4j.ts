// https://neo4j.com/docs/javascript-manual/current/query-simple/ · https://neo4j.com/docs/javascript-manual/current/transactions/
import type { Operation } from "../model/effect.ts";
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { textWithHoles } from "./reading/terms.ts";

const DRIVERS = ["driver()", "default.driver()", "v1.driver()", "new Driver()"];
const SESSIONS = [...DRIVERS.map((driver) => `${driver}.session()`), "new Session()"];
const TRANSACTIONS = ["new Transaction()", "new ManagedTransaction()"];

export default defineSystem({
  title: "Neo4j",
  category: "database",
  packages: ["neo4j-driver", "neo4j-driver-lite"],
  clients: [...SESSIONS.map((session) => `${session}.beginTransaction()`), ...SESSIONS, ...TRANSACTIONS, ...DRIVERS],
  calls: { "run|executeQuery": query },
  transactions: Object.fromEntries(
    ["readTransaction", "writeTransaction", "executeRead", "executeWrite"].map((name) => [
      name,
      { callback: 0, client: 0, as: "new ManagedTransaction()" },
    ]),
  ),
});

/** What a statement of Cypher does, by its clauses, and the first label that it names. */
function query(call: CallView): CallDefinition | undefined {
  const statement = textOf(call.arguments[0]);
  if (statement === undefined) return { access: "call" };
  const label = /\(\s*\w*\s*:\s*`?([A-Za-z_]\w*)/.exec(statement)?.[1];
  const target = label === undefined ? {} : { target: `=${label}` };
  const operation = operationOf(statement);
  if (operation === "read") return { access: "read", ...target };
  return { access: "write", operation, ...target, ...(operation === "upsert" && { conflict: [] }) };
}

function operationOf(statement: string): Operation {
  if (/\b(?:detach\s+)?delete\b/i.test(statement)) return "delete";
  if (/\bcreate\b(?!\s+(?:constraint|index))/i.test(statement)) return "insert";
  if (/\bmerge\b/i.test(statement)) return "upsert";
  return /\b(?:set|remove)\b/i.test(statement) ? "set" : "read";
}

function textOf(term: Term | undefined): string | undefined {
  return textWithHoles(term, "?")?.text;
}
