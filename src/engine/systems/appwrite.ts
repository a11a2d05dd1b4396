// https://appwrite.io/docs/references/cloud/server-nodejs/databases · /tablesDB · /storage · /users · /teams · /messaging · https://appwrite.io/docs/products/databases/queries
import type { Operation } from "../model/effect.ts";
import type { Term, TermField } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem, type TermMaker } from "./define-system.ts";
import { conditionsOf } from "./reading/chain.ts";
import { namedTarget } from "./reading/name-text.ts";
import { field, made } from "./reading/terms.ts";

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
  const operation = operationOf(name);
  // Several are named by queries: `updateDocuments(databaseId, collectionId, data, queries)`.
  const several = name.endsWith("s");
  const listed = field(first, "documents") ?? field(first, "rows");
  const changed = named ? (field(first, "data") ?? listed) : several ? third : fourth;
  const data = operation === "delete" || operation === "read" ? undefined : changed;
  const queries = named ? field(first, "queries") : data ? fourth : third;
  const id = named ? (field(first, "documentId") ?? field(first, "rowId")) : third;
  const where = several
    ? operation !== "upsert" && queries && queried(call.terms, queries)
    : id && call.terms.object([{ key: "$id", value: id }]);
  if (operation === "read") return { access: "read", ...namedTarget(table), ...(where && { where }) };
  return {
    access: "write",
    operation,
    ...namedTarget(table),
    ...(operation === "upsert" && { conflict: ["$id"] }),
    ...(operation !== "insert" && where && { where }),
    ...(data && { data }),
  };
}

/** `[Query.equal("userId", id), Query.limit(10)]` as one condition. */
function queried(terms: TermMaker, queries: Term): Term {
  const fields = queries.kind === "array" ? queries.items.flatMap((query) => conditionOf(terms, query)) : undefined;
  return terms.object(fields ?? [{ value: terms.unknown([queries]) }]);
}

/** What says nothing of which rows are meant. */
const OF_PAGE = /^(?:limit|offset|order|cursor|select)/;

function conditionOf(terms: TermMaker, query: Term): readonly TermField[] {
  const { name = "", arguments: given = [] } = made(query) ?? {};
  const [column, value] = given;
  if (OF_PAGE.test(name)) return [];
  if (name === "and" && column?.kind === "array") return column.items.flatMap((one) => conditionOf(terms, one));
  if (name === "or" && column?.kind === "array")
    return [{ key: "$or", value: terms.array(column.items.map((one) => terms.object(conditionOf(terms, one)))) }];
  const [only, other] = value?.kind === "array" ? value.items : [value];
  const isEqual = name === "equal" && !other;
  const asked = isEqual ? { name: "eq", arguments: column && only ? [column, only] : [] } : { name, arguments: given };
  const condition = conditionsOf(terms, [asked]);
  return condition?.kind === "object" ? condition.fields : [];
}

const CATEGORIES: Readonly<Record<string, Pick<CallDefinition, "category" | "target">>> = {
  "new Users()": { category: "auth", target: "=users" },
  "new Teams()": { category: "auth", target: "=teams" },
  "new Account()": { category: "auth", target: "=account" },
};

const MESSAGES: Readonly<Record<string, CallDefinition["category"]>> = {
  createEmail: "email",
  createSMS: "sms",
  createSms: "sms",
  createPush: "externalApi",
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
  if (call.clientName === "new Messaging()") return sent(call, MESSAGES[name]);
  if (call.clientName === "new Functions()") return name === "createExecution" ? { access: "call" } : undefined;
  return { access, operation, ...CATEGORIES[call.clientName] };
}

/** A message of an id that is there already is refused. */
function sent(call: CallView, category: CallDefinition["category"]): CallDefinition | undefined {
  if (!category) return undefined;
  const [first, second] = call.arguments;
  const id = first?.kind === "object" && !second ? field(first, "messageId") : first;
  const key = id && made(id)?.name !== "unique" ? { key: id } : {};
  return { access: "call", operation: "send", category, target: "=messages", data: "$0", ...key };
}

function operationOf(name: string): Operation {
  if (/^(?:get|list)/.test(name)) return "read";
  if (/^create/.test(name)) return "insert";
  if (/^upsert/.test(name)) return "upsert";
  if (/^(?:increment|decrement)/.test(name)) return "increment";
  return name.startsWith("delete") ? "delete" : "set";
}
