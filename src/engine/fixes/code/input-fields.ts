/** Which fields of its body a handler uses, and of what type they seem to be. */

import { listsOf } from "../../facts/children.ts";
import type { Expression, FunctionFacts, Pattern, Statement } from "../../facts/file-facts.ts";
import { termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Column, ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import type { SourceText } from "./source-text.ts";
import { deep, expressionsOf, sameSpan } from "./visit-facts.ts";

export type InputType = "text" | "number" | "boolean" | "date" | "list" | "any";

export interface InputField {
  readonly name: string;
  readonly type: InputType;
  /** It may be left out. */
  readonly optional: boolean;
  /** It may be null, too. */
  readonly nullable: boolean;
}

/**
 * Undefined where the body goes on as a whole, and nobody knows what is used of it. Where a row is made of the whole, its
 * fields are the columns that a caller may fill.
 */
export function inputFields(
  entryPoint: EntryPoint,
  model: ServiceModel,
  source: SourceText,
  target: FunctionFacts,
  roots: readonly Expression[],
): readonly InputField[] | undefined {
  const names = new Set<string>();
  const stored = columnsOfWhole(entryPoint, model);
  for (const root of roots) {
    const used = usedOf(target.body, source, root) ?? [...stored.keys()];
    if (used.length === 0) return undefined;
    for (const name of used) names.add(name);
  }
  const columns = columnsOf(entryPoint, model);
  const found = [...names].map((name): InputField => {
    const column = stored.get(name) ?? columns.get(name);
    return {
      name,
      type: column?.type === undefined || column.type === "" ? byName(name) : byColumn(column.type),
      optional: column?.optional ?? false,
      nullable: column?.nullable ?? false,
    };
  });
  return found.length > 0 && found.every(({ name }) => /^[A-Za-z_$][\w$]*$/.test(name)) ? found : undefined;
}

/** Fields read of one place: `{ a, b } = root`, `root.a`. A name for the whole is followed through the handler. */
function usedOf(body: readonly Statement[], source: SourceText, root: Expression): readonly string[] | undefined {
  const parent = parentOf(body, root);
  if (parent?.kind === "member") return [parent.name];
  const pattern = declaredBy(body, root);
  if (!pattern) return undefined;
  if (pattern.kind === "object") {
    const keys = pattern.fields.map((field) => field.key);
    return pattern.rest || keys.some((key) => key === undefined) ? undefined : keys.filter((key) => key !== undefined);
  }
  if (pattern.kind !== "binding") return undefined;
  return usesOf(source, pattern.binding);
}

/** Every use of the name is a read of one of its fields, or takes it apart. */
function usesOf({ facts }: SourceText, binding: number): readonly string[] | undefined {
  const names: string[] = [];
  for (const one of facts.functions) {
    for (const expression of inList(one.body)) {
      if (expression.kind !== "name" || expression.binding !== binding) continue;
      const parent = parentOf(one.body, expression);
      const pattern = declaredBy(one.body, expression);
      if (parent?.kind === "member") names.push(parent.name);
      else if (pattern?.kind === "object" && !pattern.rest && pattern.fields.every((field) => field.key !== undefined))
        names.push(...pattern.fields.map((field) => field.key ?? ""));
      else return undefined;
    }
  }
  return names;
}

function* inList(statements: readonly Statement[]): Generator<Expression> {
  for (const statement of statements) {
    yield* deep(expressionsOf(statement));
    for (const list of listsOf(statement)) yield* inList(list);
  }
}

/** The member that is read of exactly this expression, casts and `await` looked through. */
function parentOf(body: readonly Statement[], of: Expression): (Expression & { readonly kind: "member" }) | undefined {
  for (const expression of inList(body))
    if (expression.kind === "member" && isPlain(expression.object, of)) return expression;
  return undefined;
}

/** What a declaration with exactly this value writes to. */
function declaredBy(body: readonly Statement[], of: Expression): Pattern | undefined {
  for (const statement of body) {
    if (statement.kind === "declare" && statement.value && isPlain(statement.value, of)) return statement.pattern;
    for (const list of listsOf(statement)) {
      const found = declaredBy(list, of);
      if (found) return found;
    }
  }
  return undefined;
}

function isPlain(expression: Expression, of: Expression): boolean {
  if (expression.kind === "cast" || expression.kind === "await") return isPlain(expression.value, of);
  return expression.kind === of.kind && sameSpan(expression.at, of.at);
}

interface Known {
  readonly type: string;
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** Columns that the fields of the body fill as they are, by the field's name. */
function columnsOf(entryPoint: EntryPoint, model: ServiceModel): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const effect of entryPoint.effects) {
    if (effect.access !== "write" || effect.data?.kind !== "object" || effect.target === undefined) continue;
    const table = tableNamed(effect.target, model.schema);
    for (const { key, value } of effect.data.fields) {
      const held = fieldOf(value);
      const column = table?.columns.find((one) => one.name.toLowerCase() === key?.toLowerCase());
      if (held === undefined || known.has(held.name)) continue;
      if (held.as !== "itself") known.set(held.name, { type: held.as, optional: false, nullable: false });
      else if (table && column) known.set(held.name, knownOf(model, table, column, effect));
    }
  }
  return known;
}

/** Set by the server: whose the row is, what it may, when it was made. */
const OWN =
  /^(?:_?id|uuid|(?:user|owner|author|creator|account|tenant|org|organi[sz]ation|team|created_?by|updated_?by)_?(?:id)?|role|roles|is_?admin|permissions?|status|state|balance|credits|verified|(?:created|updated|deleted)_?at)$/i;

/** Columns of the table that a whole object of the request is stored in, by their names as they are written. */
function columnsOfWhole(entryPoint: EntryPoint, model: ServiceModel): ReadonlyMap<string, Known> {
  const effect = entryPoint.effects.find((one) => one.access === "write" && one.data && isWhole(one.data));
  const table = tableNamed(effect?.target, model.schema);
  if (!effect || !table) return new Map();
  const text = model.text(table.place.file)?.slice(table.place.at[0]) ?? "";
  return new Map(
    table.columns
      .filter((column) => !column.generated && !OWN.test(column.name) && column.references === undefined)
      .map((column) => [
        new RegExp(`\\b${column.name}\\b`, "i").exec(text)?.[0] ?? column.name,
        knownOf(model, table, column, effect),
      ]),
  );
}

/** As the rule of mass assignment sees it. */
function isWhole(data: Term): boolean {
  if (data.kind === "input") return data.path.length === 0 && data.source === "body";
  return data.kind === "object" && data.fields.some((field) => field.key === undefined && isWhole(field.value));
}

/** An update leaves alone what is left out. */
function knownOf(model: ServiceModel, table: Table, column: Column, effect: Effect): Known {
  return {
    type: column.type,
    optional: column.optional || effect.operation === "set",
    nullable: column.optional && /\?/.test(typeInPrisma(model, table, column)),
  };
}

/** As a Prisma schema has it, `String?`: what has a default may be left out, too, but is never null. Empty elsewhere. */
function typeInPrisma(model: ServiceModel, { place }: Table, { name }: Column): string {
  const text = place.file.endsWith(".prisma") ? model.text(place.file)?.slice(place.at[0]).split("\n}")[0] : undefined;
  return new RegExp(`^\\s*${name}\\s+(\\S+)`, "im").exec(text ?? "")?.[1] ?? "";
}

/** The field that a value comes from, as it is, as one of a list (`array`), or as a part of an object (`json`). */
function fieldOf(value: Term): { readonly name: string; readonly as: "itself" | "array" | "json" } | undefined {
  const within = [...termsWithin(value)];
  for (const part of within) {
    if (part.kind !== "input") continue;
    const [name, ...rest] = part.source === "body" ? part.path : part.path.slice(1);
    if (name === undefined) continue;
    const isList = within.some((one) => one.kind === "element" && one.of === part);
    return { name, as: isList ? "array" : rest.length > 0 ? "json" : "itself" };
  }
  return undefined;
}

function byColumn(type: string): InputType {
  if (/\[\]$|array/i.test(type)) return "list";
  if (/json|mixed|object\b|map/i.test(type)) return "any";
  if (/bool/i.test(type)) return "boolean";
  if (/date|time/i.test(type)) return "date";
  return /int|float|double|decimal|numeric|number|real|money|serial/i.test(type) ? "number" : "text";
}

/** Where no column tells: what fields of that name hold nearly everywhere. */
function byName(name: string): InputType {
  const words = spelledApart(name).toLowerCase();
  if (
    /(?:^|_)(?:amount|price|total|quantity|qty|count|age|position|rank|rating|score|year|level|stock|size|limit)$/.test(
      words,
    )
  )
    return "number";
  if (
    /^(?:is|has|can|should|allow)_|(?:^|_)(?:enabled|disabled|active|archived|hidden|locked|public|completed|accepted)$/.test(
      words,
    )
  )
    return "boolean";
  if (/(?:^|_)(?:date|at)$/.test(words)) return "date";
  return /(?:^|_)(?:tags|items|ids|list|roles|images|files|options|products)$/.test(words) ? "list" : "text";
}
