/**
 * Transactions of Mongoose and Sequelize, which every call is given among its options.
 *
 * https://mongoosejs.com/docs/transactions.html · https://sequelize.org/docs/v6/other-topics/transactions/
 */
import type { CallExpression } from "../../facts/file-facts.ts";
import type { Effect } from "../../model/effect.ts";
import type { Edit } from "../../model/finding.ts";
import { addImport, freeLocalName } from "../code/add-import.ts";
import { addOption } from "../code/call-arguments.ts";
import { callsOfChain, methodOf } from "../code/call-chain.ts";
import { styleOf } from "../code/file-style.ts";
import type { SourceText } from "../code/source-text.ts";
import { composeEdits, insertion, tidyEdits } from "../code/text-edits.ts";
import { callAt, sameSpan, statementsAround } from "../code/visit-facts.ts";
import type { Joined, Statements } from "./in-one-transaction.ts";

export interface WritesWithOption {
  readonly source: SourceText;
  readonly owner: number;
  readonly writes: readonly Effect[];
  /** Reads among them see what was written only with the option. */
  readonly reads: readonly Effect[];
  readonly range: Statements;
  readonly around: (open: string) => readonly Edit[];
}

/** Undefined where a write has no place for the option. */
export function transactionAsOption(to: WritesWithOption): Joined | undefined {
  const { source, owner, writes, reads, around } = to;
  const isMongoose = writes[0]?.via === "mongoose";
  const inner = freeLocalName(source, owner, isMongoose ? "session" : "transaction");
  const field = inner.startsWith("session") ? "session" : "transaction";
  const groups: (readonly Edit[])[] = [];
  for (const { call, access } of [...writes, ...reads]) {
    const written = callAt(source.facts, call.place.at);
    const edit = access === "read" ? (isMongoose ? mongooseRead : sequelizeRead) : undefined;
    const edits =
      written && (edit ?? (isMongoose ? mongooseEdits : sequelizeEdits))(source, written, owner, [field, inner]);
    if (!edits) return undefined;
    groups.push(edits.map((one) => movedIn(one, styleOf(source).indent)));
  }
  const opener = isMongoose ? mongooseOpener(to) : sequelizeOpener(to);
  const edits = opener && composeEdits(around(`await ${opener.code}(async (${inner}) => {`), ...groups, opener.edits);
  return (
    edits && {
      edits: tidyEdits(edits),
      inner,
      steps: isMongoose ? ["Transactions of MongoDB need a replica set or Atlas; a single server refuses them."] : [],
    }
  );
}

/** New lines stand one level in, as those around them will. */
function movedIn(edit: Edit, indent: string): Edit {
  return edit.kind === "replace" ? { ...edit, text: edit.text.replace(/\n/g, `\n${indent}`) } : edit;
}

interface Opener {
  readonly code: string;
  readonly edits: readonly Edit[];
}

/** `Order.db.transaction`: the model's own connection; that of the library where only documents are written. */
function mongooseOpener({ source, writes }: WritesWithOption): Opener {
  const model = writes.map((effect) => modelIn(effect.call.text)).find((name) => name !== undefined);
  if (model !== undefined) return { code: `${model}.db.transaction`, edits: [] };
  const { local, edits } = addImport(source, { module: "mongoose", name: "default", as: "mongoose" });
  return { code: `${local}.connection.transaction`, edits };
}

function sequelizeOpener({ source, writes }: WritesWithOption): Opener | undefined {
  const own = source.facts.bindings.find((one) => one.owner === 0 && one.name === "sequelize");
  if (own) return { code: "sequelize.transaction", edits: [] };
  const model = writes.map((effect) => modelIn(effect.call.text)).find((name) => name !== undefined);
  return model === undefined
    ? undefined
    : { code: `${model}.sequelize${styleOf(source).typed ? "!" : ""}.transaction`, edits: [] };
}

/** `Order` of `Order.create`, `db.Order` of `db.Order.create`. */
function modelIn(text: string): string | undefined {
  return /^((?:[\w$]+\.)?[A-Z]\w*)\.\w+$/.exec(text)?.[1];
}

type Option = readonly [field: string, value: string];

/** Where the options stand, by how many arguments come ahead of them. */
const MONGOOSE: Readonly<Record<string, number>> = {
  insertMany: 1,
  bulkWrite: 1,
  updateOne: 2,
  updateMany: 2,
  replaceOne: 2,
  findOneAndUpdate: 2,
  findByIdAndUpdate: 2,
  findOneAndReplace: 2,
  findOneAndDelete: 1,
  findByIdAndDelete: 1,
  deleteMany: 1,
};

function mongooseEdits(
  source: SourceText,
  call: CallExpression,
  owner: number,
  [field, value]: Option,
): readonly Edit[] | undefined {
  for (const one of callsOfChain(call)) {
    const name = methodOf(one) ?? "";
    if (name === "save") return addOption(source, one, 0, field, value);
    // Of a document, or of a model with a filter.
    if (name === "deleteOne") return addOption(source, one, one.arguments.length === 0 ? 0 : 1, field, value);
    if (name === "create") return createEdits(source, one, owner, [field, value]);
    const index = MONGOOSE[name];
    if (index !== undefined) return addOption(source, one, index, field, value);
  }
  return undefined;
}

/** `const x = await M.create(row)` → `const [x] = await M.create([row], { session })`: only a list of rows takes options. */
function createEdits(
  source: SourceText,
  call: CallExpression,
  owner: number,
  [field, value]: Option,
): readonly Edit[] | undefined {
  const [row] = call.arguments;
  if (!row || call.arguments.length !== 1 || row.kind === "spread" || row.kind === "array") return undefined;
  const option = field === value ? field : `${field}: ${value}`;
  const edits = [insertion(source.file, row.at[0], "["), insertion(source.file, row.at[1], `], { ${option} }`)];
  const last = statementsAround(source.facts.functions[owner]?.body ?? [], call.at[0]).at(-1);
  const statement = last?.list[last.index];
  const isWhole = (one: { readonly kind: string; readonly at: readonly [number, number] } | undefined) =>
    one !== undefined && (sameSpan(one.at, call.at) || (one.kind === "await" && one.at[1] === call.at[1]));
  if (statement?.kind === "expression" && isWhole(statement.value)) return edits;
  if (statement?.kind !== "declare" || statement.pattern.kind !== "binding" || !isWhole(statement.value))
    return undefined;
  // A type of its own would be that of one row.
  const name = statement.pattern.at;
  if (/^\s*:/.test(source.text.slice(name[1]))) return undefined;
  return [...edits, insertion(source.file, name[0], "["), insertion(source.file, name[1], "]")];
}

/** `Order.find(…)` → `Order.find(…).session(session)` */
function mongooseRead(
  source: SourceText,
  call: CallExpression,
  _owner: number,
  [, value]: Option,
): readonly Edit[] | undefined {
  const query = callsOfChain(call).find((one) => /^(?:find|count|exists|distinct|aggregate)/.test(methodOf(one) ?? ""));
  return query && [insertion(source.file, query.at[1], `.session(${value})`)];
}

const SEQUELIZE: Readonly<Record<string, number>> = {
  create: 1,
  bulkCreate: 1,
  upsert: 1,
  increment: 1,
  decrement: 1,
  save: 0,
  findOrCreate: 0,
  update: 1,
  destroy: 0,
};

function sequelizeEdits(
  source: SourceText,
  call: CallExpression,
  _owner: number,
  [field, value]: Option,
): readonly Edit[] | undefined {
  const index = SEQUELIZE[methodOf(call) ?? ""];
  return index === undefined ? undefined : addOption(source, call, index, field, value);
}

function sequelizeRead(
  source: SourceText,
  call: CallExpression,
  _owner: number,
  [field, value]: Option,
): readonly Edit[] | undefined {
  return addOption(source, call, methodOf(call) === "findByPk" ? 1 : 0, field, value);
}
