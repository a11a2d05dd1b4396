// https://appwrite.io/docs/references/cloud/server-nodejs/databases · /tablesDB · /storage · /users · /teams · /messaging
import type { Operation } from "../model/effect.ts";
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { namedTarget } from "./reading/name-text.ts";
import { field } from "./reading/terms.ts";

const ROWS = ["new Databases()", "new TablesDB()"];
const OTHERS = ["Users", "Teams", "Account", "Storage", "Messaging", "Functions"].map((name) => `new ${name}()`);

export default defineSystem({
  title: "Appwrite",
  category: "database",
  packages: ["node-appwrite", "appwrite"],
  clients: [...ROWS, ...OTHERS],
  calls: {
    "get*|list*|create*|update*|upsert*|delete*|increment*|decrement*": (call) =>
      ROWS.includes(call.clientName) ? onRows(call) : onOthers(call),
  },
});

/** `listDocuments({ databaseId, collectionId, queries })`, in older versions with the same in order. */
function onRows(call: CallView): CallDefinition | undefined {
  const name = call.path.at(-1) ?? "";
  if (!/(?:Document|Row)s?(?:Attribute|Column)?$/.test(name)) return undefined;
  const [first, second, third, fourth] = call.arguments;
  const named = first?.kind === "object" && !second;
  const table = named ? (field(first, "collectionId") ?? field(first, "tableId")) : second;
  const id = named ? (field(first, "documentId") ?? field(first, "rowId")) : third;
  const data = named ? field(first, "data") : fourth;
  const operation = operationOf(name);
  const where: Term | undefined = id && call.terms.object([{ key: "$id", value: id }]);
  if (operation === "read")
    return { access: "read", ...namedTarget(table), ...(/^get/.test(name) && where && { where }) };
  return {
    access: "write",
    operation,
    ...namedTarget(table),
    ...(operation === "upsert" && { conflict: ["$id"] }),
    ...(operation !== "insert" && where && { where }),
    ...(data && operation !== "delete" && { data }),
  };
}

const CATEGORIES: Readonly<Record<string, Pick<CallDefinition, "category" | "target">>> = {
  "new Users()": { category: "auth", target: "=users" },
  "new Teams()": { category: "auth", target: "=teams" },
  "new Account()": { category: "auth", target: "=account" },
  "new Messaging()": { category: "sms", target: "=messages" },
};

/** Files, users, messages; what only describes them is no effect. */
function onOthers(call: CallView): CallDefinition | undefined {
  const name = call.path.at(-1) ?? "";
  const known = operationOf(name);
  const operation = known === "upsert" ? "set" : known;
  const access = operation === "read" ? "read" : "write";
  if (call.clientName === "new Storage()") {
    const [first, second] = call.arguments;
    const bucket = first?.kind === "object" && !second ? field(first, "bucketId") : first;
    return /File/.test(name) ? { access, operation, category: "filestore", ...namedTarget(bucket) } : undefined;
  }
  if (call.clientName === "new Messaging()")
    return /^create(?:Email|Sms|Push)$/i.test(name)
      ? { access: "call", operation: "call", ...CATEGORIES[call.clientName] }
      : undefined;
  if (call.clientName === "new Functions()") return name === "createExecution" ? { access: "call" } : undefined;
  return { access, operation, ...CATEGORIES[call.clientName] };
}

function operationOf(name: string): Operation {
  if (/^(?:get|list)/.test(name)) return "read";
  if (/^create/.test(name)) return "insert";
  if (/^upsert/.test(name)) return "upsert";
  if (/^(?:increment|decrement)/.test(name)) return "increment";
  return name.startsWith("delete") ? "delete" : "set";
}
