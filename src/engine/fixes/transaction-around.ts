/**
 * Puts the writes of one entry point into one transaction, in the library's own way, where they stand together: in one
 * function, with nothing between them that a rollback could not take back.
 */
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Edit, Fix } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { freeLocalName } from "./add-import.ts";
import { inFileStyle, styleOf } from "./file-style.ts";
import { addHelper } from "./helper-file.ts";
import { inTransactionText } from "./in-transaction-text.ts";
import { nameInReach, rootName } from "./names-in-reach.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import { declared, returns, statementEnd, statementStart, usedOutside, wrapStatements } from "./statements.ts";
import { stores } from "./stores/all.ts";
import { composeEdits, tidyEdits } from "./text-edits.ts";
import { deep, functionAround, holds, inStatements, statementsAround } from "./visit-facts.ts";

export interface WritesToJoin {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** Undefined where the writes stand apart, or something in between reaches outside the database. */
export function transactionAround({ entryPoint, model }: WritesToJoin): Fix | undefined {
  if (!plan(entryPoint, model)) return undefined;
  return {
    title: "Write all of it in one transaction",
    kind: "suggestion",
    edits: () => plan(entryPoint, model) ?? [],
  };
}

function plan(entryPoint: EntryPoint, model: ServiceModel): readonly Edit[] | undefined {
  const open = entryPoint.effects.filter((effect) => isOpenWrite(effect));
  const [first] = open;
  const source = first && sourceText(model, first.place.file);
  if (!first || !source) return undefined;
  const writes = open.filter((effect) => effect.via === first.via && effect.place.file === first.place.file);
  const owners = new Set(writes.map((effect) => functionAround(source.facts, effect.place.at[0])));
  const [owner] = owners;
  if (writes.length < 2 || owners.size !== 1 || !owner || !source.facts.functions[owner]?.async) return undefined;

  const range = rangeOf(source, owner, writes);
  if (!range) return undefined;
  const span = [statementStart(source.text, range[0]!), statementEnd(source.text, range.at(-1)!)] as const;
  const result = resultOf(source, range, span);
  if (returns(range) || result === undefined) return undefined;
  const reachesOut = entryPoint.effects.some(
    (effect) =>
      effect.category !== "database" &&
      [...effect.stack.map((site) => site.place), effect.place].some(
        (place) => place.file === source.file && span[0] <= place.at[0] && place.at[1] <= span[1],
      ),
  );
  return reachesOut ? undefined : inOneTransaction({ model, entryPoint, source, owner, writes, range, result })?.edits;
}

/** The one name of the range that is used behind it, `""` where there is none; undefined where there are several. */
export function resultOf(source: SourceText, range: Statements, span: readonly [number, number]): string | undefined {
  const used = [...declared(source.facts, range)].filter((binding) =>
    usedOutside(source.facts, new Set([binding]), span),
  );
  if (used.length === 0) return "";
  const [only] = used;
  const isSimple = range.some(
    (statement) =>
      statement.kind === "declare" && statement.pattern.kind === "binding" && statement.pattern.binding === only,
  );
  const binding = source.facts.bindings[only!];
  return used.length === 1 && isSimple && binding?.kind === "const" ? binding.name : undefined;
}

function isOpenWrite(effect: Effect): boolean {
  return (
    effect.category === "database" &&
    effect.access === "write" &&
    !effect.scopes.some((scope) => scope.kind === "transaction")
  );
}

export type Statements = Parameters<typeof returns>[0];

/** The neighbouring statements that hold all the writes, in the innermost list that has them all. */
export function rangeOf(source: SourceText, owner: number, writes: readonly Effect[]): Statements | undefined {
  const body = source.facts.functions[owner]?.body ?? [];
  const chains = writes.map((effect) => statementsAround(body, effect.place.at[0]));
  for (let depth = Math.min(...chains.map((chain) => chain.length)) - 1; depth >= 0; depth--) {
    const [level] = chains.map((chain) => chain[depth]!);
    if (!level || chains.some((chain) => chain[depth]!.list !== level.list)) continue;
    const indexes = chains.map((chain) => chain[depth]!.index);
    const range = level.list.slice(Math.min(...indexes), Math.max(...indexes) + 1);
    return range.length > 1 ? range : undefined;
  }
  return undefined;
}

/** How each library runs a callback in a transaction, and what it hands to it. */
const forms: Readonly<Record<string, { readonly call: string; readonly client: string }>> = {
  prisma: { call: "$transaction", client: "tx" },
  drizzle: { call: "transaction", client: "tx" },
  knex: { call: "transaction", client: "trx" },
};

export interface RangeToJoin {
  readonly model: ServiceModel;
  readonly entryPoint: EntryPoint;
  readonly source: SourceText;
  readonly owner: number;
  readonly writes: readonly Effect[];
  readonly range: Statements;
  /** See {@link resultOf}. */
  readonly result: string;
}

export interface Joined {
  readonly edits: readonly Edit[];
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
  range,
  result,
}: RangeToJoin): Joined | undefined {
  const [first] = writes;
  if (!first) return undefined;
  const client = stores.find((store) => store.via.includes(first.via))?.client(first.call.text);
  const root = client ? rootName(client) : undefined;
  if (!client || root === undefined) return undefined;
  if (root !== "this" && nameInReach(source.facts, root, owner, range[0]!.at[0])?.owner !== 0) return undefined;

  const around = (open: string) => {
    const { indent } = styleOf(source);
    return result === ""
      ? wrapStatements(source, range, [open], inFileStyle(source, ["});"]))
      : wrapStatements(
          source,
          range,
          [`const ${result} = ${open}`],
          inFileStyle(source, [`${indent}return ${result};`, "});"]),
        );
  };
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
    return edits && { edits: tidyEdits(edits), inner };
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
  return edits && { edits: tidyEdits(edits), inner };
}

/**
 * `dataSource.getRepository(Order)` → `manager.getRepository(Order)`, `this.orders` → `manager.withRepository(this.orders)`,
 * inside `transaction(…)`. https://typeorm.io/docs/advanced-topics/transactions/
 */
function typeormTransaction(
  source: SourceText,
  owner: number,
  writes: readonly Effect[],
  range: Statements,
  around: (open: string) => readonly Edit[],
): Joined | undefined {
  const inner = freeLocalName(source, owner, "manager");
  const edits: Edit[] = [];
  let opener: string | undefined;
  const seen = new Set<number>();
  for (const call of deep([...inStatements(range)])) {
    if (call.kind !== "call" || call.callee.kind !== "member" || seen.has(call.at[0])) continue;
    const { object, name } = call.callee;
    const written = source.text.slice(...object.at);
    const isSource = name === "getRepository" || /(?:^|\.)\w*manager$/i.test(written);
    const isRepository =
      !isSource &&
      /^(?:save|insert|update|delete|remove|upsert|increment|decrement|find\w*|count\w*|exists?|softDelete|restore)$/.test(
        name,
      ) &&
      /(?:^|\.)\w*(?:repo|repository)$/i.test(written);
    if (!isSource && !isRepository) continue;
    seen.add(call.at[0]);
    opener ??= isSource ? written : `${written}.manager`;
    const text = isSource ? inner : `${inner}.withRepository(${written})`;
    edits.push({ kind: "replace", file: source.file, at: object.at, text });
  }
  // A repository under another name would write past the transaction.
  const covers = ({ call }: Effect) => edits.some((edit) => edit.kind === "replace" && holds(call.place.at, edit.at));
  if (opener === undefined || !writes.every(covers)) return undefined;
  const open = `await ${opener}.transaction(async (${inner}) => {`;
  const joined = composeEdits(around(open), edits);
  return joined && { edits: tidyEdits(joined), inner };
}
