/**
 * A number that is read, changed and written back is changed by the database itself: `stock = stock - 2` instead of a
 * value computed from what was read a moment ago.
 */
import type { CallExpression, Expression, Field, ObjectExpression } from "../../facts/file-facts.ts";
import type { Effect } from "../../model/effect.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport } from "../code/add-import.ts";
import { linkNamed, methodOf } from "../code/call-chain.ts";
import { quoted, styleOf } from "../code/file-style.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { statementStart } from "../code/statements.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { callAt, deep, expressionsIn, holds, statementsAround } from "../code/visit-facts.ts";
import { repeatSafe } from "../idempotent/repeat-safe.ts";

export interface NumberToChange {
  readonly effect: Effect;
  /** The column. */
  readonly field: string;
  readonly model: ServiceModel;
}

/**
 * Undefined where the change is not a sum or difference of the column's own value.
 *
 * A change in place counts twice when the request is sent twice, so the same fix makes a second run harmless; where that
 * cannot be had, there is none.
 */
export function atomicChange(to: NumberToChange): Fix | undefined {
  return (
    once(to) && {
      title: `Let the database change ${to.field}, once per request`,
      kind: "suggestion",
      edits: () => once(to) ?? [],
      checklist: [
        ...(repeat(to)?.checklist ?? []),
        `Where ${to.field} must not fall below a limit, put the limit into the condition of the update too, and look whether a row was changed.`,
      ],
    }
  );
}

function once(to: NumberToChange): readonly Edit[] | undefined {
  const edits = plan(to);
  if (!edits || isDeduped(to)) return edits;
  const fix = repeat(to);
  const both =
    fix &&
    composeEdits(
      edits,
      fix.edits((file) => to.model.text(file)),
    );
  return both && tidyEdits(both);
}

function repeat({ effect, model }: NumberToChange): Fix | undefined {
  return repeatSafe({ entryPoint: effect.entryPoint, model })[0];
}

function isDeduped({ effect }: NumberToChange): boolean {
  return effect.entryPoint.guards.some((guard) => guard.kind === "dedupe" && guard.order < effect.order);
}

function plan({ effect, field, model }: NumberToChange): readonly Edit[] | undefined {
  const source = sourceText(model, effect.call.place.file);
  const call = source && callAt(source.facts, effect.call.place.at);
  if (!source || !call) return undefined;
  const edits = inPlace(effect, source, call, field);
  return edits && tidyEdits([...edits, ...withoutReadName(source, call, field)]);
}

/** `const user = await …` → `await …`, where only the value that is no longer read was read of it. */
function withoutReadName(source: SourceText, call: CallExpression, field: string): readonly Edit[] {
  const read = [...expressionsIn(source.facts)].find(
    (one) => one.kind === "member" && one.name === field && one.object.kind === "name" && holds(call.at, one.at),
  );
  const name = read?.kind === "member" && read.object.kind === "name" ? read.object : undefined;
  const binding = name && source.facts.bindings[name.binding];
  if (!name || !binding || binding.owner === 0) return [];
  const uses = [...expressionsIn(source.facts)].filter((one) => one.kind === "name" && one.binding === name.binding);
  if (uses.length !== 1) return [];
  const body = source.facts.functions[binding.owner]?.body ?? [];
  const last = statementsAround(body, binding.at[0]).at(-1);
  const statement = last?.list[last.index];
  if (statement?.kind !== "declare" || statement.pattern.kind !== "binding" || statement.value?.kind !== "await")
    return [];
  return [
    {
      kind: "replace",
      file: source.file,
      at: [statementStart(source.text, statement), statement.value.at[0]],
      text: "",
    },
  ];
}

function inPlace(effect: Effect, source: SourceText, call: CallExpression, field: string): readonly Edit[] | undefined {
  switch (effect.via) {
    case "prisma":
      return prismaEdits(source, call, field);
    case "pg":
      return sqlEdits(source, call, field);
    case "drizzle":
      return drizzleEdits(source, call, field);
    case "knex":
      return knexEdits(source, call, field);
    case "typeorm":
      return typeormEdits(source, call, field);
    case "mongoose":
      return mongooseEdits(source, call, field);
    default:
      return undefined;
  }
}

interface Change {
  readonly sign: "+" | "-";
  /** Text of what is added or taken away. */
  readonly by: string;
}

/** `product.stock - quantity` of the column `stock`. */
function changeOf(source: SourceText, expression: Expression, field: string): Change | undefined {
  if (expression.kind !== "binary" || (expression.operator !== "+" && expression.operator !== "-")) return undefined;
  const { left, right, operator } = expression;
  if (left.kind === "member" && left.name === field) return { sign: operator, by: source.text.slice(...right.at) };
  if (operator === "+" && right.kind === "member" && right.name === field) {
    return { sign: "+", by: source.text.slice(...left.at) };
  }
  return undefined;
}

interface ChangedField {
  readonly object: ObjectExpression;
  readonly field: Field;
  readonly change: Change;
}

/** The field of an object among these arguments whose value is a change of itself. */
function changedField(source: SourceText, given: readonly Expression[], name: string): ChangedField | undefined {
  for (const object of deep(given)) {
    if (object.kind !== "object") continue;
    for (const field of object.fields) {
      const change = field.key === name ? changeOf(source, field.value, name) : undefined;
      if (change) return { object, field, change };
    }
  }
  return undefined;
}

/** `.set({ stock: product.stock - 1 })` → `.set({ stock: sql`${products.stock} - ${1}` })` */
function drizzleEdits(source: SourceText, call: CallExpression, name: string): readonly Edit[] | undefined {
  const table = linkNamed(call, "update")?.arguments[0];
  const found = changedField(source, linkNamed(call, "set")?.arguments ?? [], name);
  if (!found || table?.kind !== "name") return undefined;
  const sql = addImport(source, { module: "drizzle-orm", name: "sql" });
  const text = `${sql.local}\`\${${table.name}.${name}} ${found.change.sign} \${${found.change.by}}\``;
  return tidyEdits([{ kind: "replace", file: source.file, at: found.field.value.at, text }, ...sql.edits]);
}

/** `.update({ stock: product.stock - 1 })` → `.decrement("stock", 1)` */
function knexEdits(source: SourceText, call: CallExpression, name: string): readonly Edit[] | undefined {
  const update = linkNamed(call, "update");
  const [given, ...more] = update?.arguments ?? [];
  if (update?.callee.kind !== "member" || given?.kind !== "object" || given.fields.length !== 1 || more.length > 0)
    return undefined;
  const found = changedField(source, [given], name);
  if (!found) return undefined;
  const from = update.callee.at[1] - "update".length;
  const text = `${stepName(found.change)}(${quoted(styleOf(source), name)}, ${found.change.by})`;
  return [{ kind: "replace", file: source.file, at: [from, update.at[1]], text }];
}

/** `users.update({ id }, { stock: user.stock - 1 })` → `users.decrement({ id }, "stock", 1)` */
function typeormEdits(source: SourceText, call: CallExpression, name: string): readonly Edit[] | undefined {
  const [criteria, given, ...more] = call.arguments;
  if (methodOf(call) !== "update" || criteria?.kind !== "object" || given?.kind !== "object") return undefined;
  const found = given.fields.length === 1 && more.length === 0 ? changedField(source, [given], name) : undefined;
  if (!found) return undefined;
  const from = call.callee.at[1] - "update".length;
  const text = `${quoted(styleOf(source), name)}, ${found.change.by}`;
  return tidyEdits([
    { kind: "replace", file: source.file, at: [from, call.callee.at[1]], text: stepName(found.change) },
    { kind: "replace", file: source.file, at: given.at, text },
  ]);
}

/** `updateOne({ _id }, { stock: product.stock - 1 })` → `updateOne({ _id }, { $inc: { stock: -1 } })` */
function mongooseEdits(source: SourceText, call: CallExpression, name: string): readonly Edit[] | undefined {
  const given = call.arguments[1];
  if (!/^(?:updateOne|findOneAndUpdate|findByIdAndUpdate)$/.test(methodOf(call) ?? "") || given?.kind !== "object")
    return undefined;
  const [only] = given.fields;
  const set = only?.key === "$set" && given.fields.length === 1 ? only.value : given;
  if (set.kind !== "object" || set.fields.length !== 1) return undefined;
  const found = changedField(source, [set], name);
  if (!found) return undefined;
  const { sign, by } = found.change;
  const amount = sign === "+" ? by : /^[\w.]+$/.test(by) ? `-${by}` : `-(${by})`;
  return [{ kind: "replace", file: source.file, at: given.at, text: `{ $inc: { ${name}: ${amount} } }` }];
}

function stepName({ sign }: Change): "increment" | "decrement" {
  return sign === "+" ? "increment" : "decrement";
}

/** `{ stock: product.stock - 1 }` → `{ stock: { decrement: 1 } }` */
function prismaEdits(source: SourceText, call: CallExpression, name: string): readonly Edit[] | undefined {
  const found = changedField(source, call.arguments, name);
  if (!found) return undefined;
  const text = `{ ${stepName(found.change)}: ${found.change.by} }`;
  return [{ kind: "replace", file: source.file, at: found.field.value.at, text }];
}

/** `SET stock = $1`, `[product.stock - 1]` → `SET stock = stock - $1`, `[1]` */
function sqlEdits(source: SourceText, call: CallExpression, field: string): readonly Edit[] | undefined {
  const [text, values] = call.arguments;
  if (text?.kind !== "literal" || values?.kind !== "array") return undefined;
  const sql = source.text.slice(...text.at);
  for (const [index, item] of values.items.entries()) {
    const change = changeOf(source, item, field);
    const parameter = `\\$${index + 1}(?!\\d)`;
    const set = new RegExp(`(\\b${field}"?\\s*=\\s*)(?=${parameter})`, "gi");
    const found = [...sql.matchAll(set)];
    const [assignment] = found;
    const uses = [...sql.matchAll(new RegExp(parameter, "g"))].length;
    if (!change || !assignment || found.length !== 1 || uses !== 1) continue;
    const at = text.at[0] + assignment.index + assignment[0].length;
    return tidyEdits([
      { kind: "replace", file: source.file, at: [at, at], text: `${field} ${change.sign} ` },
      { kind: "replace", file: source.file, at: item.at, text: change.by },
    ]);
  }
  return undefined;
}
