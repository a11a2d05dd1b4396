/** Statements inside one transaction of the library they write with. */
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { freeLocalName } from "../code/add-import.ts";
import { inFileStyle, styleOf } from "../code/file-style.ts";
import { addHelper } from "../code/helper-file.ts";
import { nameInReach, rootName } from "../code/names-in-reach.ts";
import type { SourceText } from "../code/source-text.ts";
import { type returns, wrapStatements } from "../code/statements.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { deep, inStatements } from "../code/visit-facts.ts";
import { stores } from "../stores/all.ts";
import { transactionAsOption } from "./as-option.ts";
import { inTransactionText } from "./in-transaction-text.ts";
import { typeormTransaction } from "./typeorm.ts";

/** How each library runs a callback in a transaction, and what it hands to it. */
const forms: Readonly<Record<string, { readonly call: string; readonly client: string }>> = {
  prisma: { call: "$transaction", client: "tx" },
  drizzle: { call: "transaction", client: "tx" },
  knex: { call: "transaction", client: "trx" },
  // https://kysely.dev/docs/examples/transactions/simple-transaction
  kysely: { call: "transaction().execute", client: "trx" },
};

/** The client in the text of a call. */
function clientOf({ via, call }: Effect): string | undefined {
  if (via === "kysely")
    return /^([\w$.]+?)\.(?:insertInto|updateTable|deleteFrom|replaceInto|selectFrom)\b/.exec(call.text)?.[1];
  return stores.find((store) => store.via.includes(via))?.client(call.text);
}

/** Parameters that are the request's own: what hangs on them is no transaction's client. */
const CONTEXT = /^(?:ctx|context|c|req|request|event|locals|fastify|app|server)$/;

export type Statements = Parameters<typeof returns>[0];

export interface RangeToJoin {
  readonly model: ServiceModel;
  readonly entryPoint: EntryPoint;
  readonly source: SourceText;
  readonly owner: number;
  readonly writes: readonly Effect[];
  /** Of the same database, in the range. */
  readonly reads: readonly Effect[];
  readonly range: Statements;
  /** The one name that is used behind the range, `""` where there is none; or the range ends with a `return`. */
  readonly result: string | { readonly returned: true };
}

export interface Joined {
  readonly edits: readonly Edit[];
  /** What a person must look at. */
  readonly steps: readonly string[];
  /** The transaction's client, as the statements inside have it. */
  readonly inner: string;
}

/** Statements inside one transaction of the library. Undefined where the client has no name, or is one of a function. */
export function inOneTransaction({
  model,
  entryPoint,
  source,
  owner,
  writes,
  reads,
  range,
  result,
}: RangeToJoin): Joined | undefined {
  const [first] = writes;
  if (!first) return undefined;
  const around = (open: string) => {
    const { indent } = styleOf(source);
    if (typeof result !== "string")
      return wrapStatements(source, range, [`return ${open}`], inFileStyle(source, ["});"]));
    return result === ""
      ? wrapStatements(source, range, [open], inFileStyle(source, ["});"]))
      : wrapStatements(
          source,
          range,
          [`const ${result} = ${open}`],
          inFileStyle(source, [`${indent}return ${result};`, "});"]),
        );
  };
  if (first.via === "mongoose" || first.via === "sequelize")
    return transactionAsOption({ source, owner, writes, reads, range, around });
  const client = clientOf(first);
  const root = client ? rootName(client) : undefined;
  if (!client || root === undefined) return undefined;
  const binding = root === "this" ? undefined : nameInReach(source.facts, root, owner, range[0]!.at[0]);
  if (root !== "this" && binding?.owner !== 0 && !(binding?.kind === "parameter" && CONTEXT.test(root)))
    return undefined;
  if (first.via === "typeorm") return typeormTransaction(source, owner, writes, range, around);
  const form = forms[first.via];
  const inner = freeLocalName(source, owner, form?.client ?? "client");
  const renamed: Edit[] = [];
  for (const expression of deep([...inStatements(range)])) {
    const isClient = expression.kind === "name" || expression.kind === "member";
    if (!isClient || source.text.slice(...expression.at) !== client) continue;
    if (renamed.some((edit) => edit.kind === "replace" && edit.at[0] === expression.at[0])) continue;
    renamed.push({ kind: "replace", file: source.file, at: expression.at, text: inner });
  }
  if (form) {
    const open = `await ${client}.${form.call}(async (${inner}) => {`;
    const edits = composeEdits(around(open), renamed);
    return edits && { edits: tidyEdits(edits), inner, steps: [] };
  }
  if (first.via !== "pg") return undefined;
  const helper = addHelper(model, entryPoint.app, source, {
    name: "in-transaction",
    exports: "inTransaction",
    folders: ["lib", "utils", "helpers", "db", "database", "shared"],
    mark: "BEGIN",
    text: (_file, style) => inTransactionText(style),
  });
  if (!helper) return undefined;
  const open = `await ${helper.local}(${client}, async (${inner}) => {`;
  const edits = composeEdits(around(open), renamed, helper.edits);
  return edits && { edits: tidyEdits(edits), inner, steps: [] };
}
