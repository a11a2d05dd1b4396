/**
 * A role that came from the request is set by the server: the fallback that stands behind it, or the role that other code of
 * the service gives. The request's field is no longer read.
 */

import type { Expression, FileFacts } from "../../facts/file-facts.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { callsOfChain } from "../code/call-chain.ts";
import { quoted, styleOf } from "../code/file-style.ts";
import { nextToken, type SourceText, sourceText } from "../code/source-text.ts";
import { tidyEdits } from "../code/text-edits.ts";
import { deep, expressionsIn, holds, sameSpan, statementsAround } from "../code/visit-facts.ts";
import { mongooseSchema } from "../schema/mongoose-schema.ts";

export interface RoleToSet {
  /** The stored expression (`role ?? "customer"`), or the call that stores it. */
  readonly at: Place;
  readonly model: ServiceModel;
  /** Name of the column or field. */
  readonly field?: string;
  /** Table it is stored in: its default is the role of a new user. */
  readonly table?: string | undefined;
}

/** Undefined where the stored expression or a role that could stand there is not known. */
export function roleFromServer(to: RoleToSet): Fix | undefined {
  const planned = plan(to);
  return (
    planned && {
      title: `Always store the role ${planned.written}`,
      kind: "suggestion",
      edits: () => plan(to)?.edits ?? [],
      checklist: ["Check who has another role than this already: anybody could ask for one until now."],
    }
  );
}

function plan({ at, model, field = "role", table }: RoleToSet) {
  const source = sourceText(model, at.file);
  if (!source) return undefined;
  const expression = storedExpression(source, at, field);
  if (!expression) return undefined;
  const written = defaultOf(source, expression) ?? schemaDefault(source, model, table, field);
  if (written === undefined) return undefined;
  const text = replacement(source, expression, written);
  const edits = [
    { kind: "replace", file: source.file, at: expression.at, text } as const,
    ...withoutName(source, expression),
  ];
  return { written, edits: tidyEdits(edits) };
}

/** The expression itself, or the one argument of a call that is named after the field. */
function storedExpression(source: SourceText, at: Place, field: string): Expression | undefined {
  const covering = [...expressionsIn(source.facts)].find((one) => sameSpan(one.at, at.at));
  if (covering?.kind !== "call") return covering;
  const found: Expression[] = [];
  const given = callsOfChain(covering).flatMap((call) => call.arguments);
  for (const expression of deep(given.map((argument) => declaredObject(source, argument) ?? argument))) {
    if (expression.kind === "object") {
      for (const one of expression.fields) if (one.key === field && !one.spread) found.push(one.value);
    } else if (expression.kind === "array") {
      found.push(...expression.items.filter((item) => isNamed(item, field)));
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The object literal a variable was declared with, in the same file. */
function declaredObject({ facts }: SourceText, argument: Expression): Expression | undefined {
  if (argument.kind !== "name" || argument.binding < 0) return undefined;
  const binding = facts.bindings[argument.binding];
  const body = binding && facts.functions[binding.owner]?.body;
  const last = body && statementsAround(body, binding.at[0]).at(-1);
  const statement = last?.list[last.index];
  return statement?.kind === "declare" && statement.value?.kind === "object" ? statement.value : undefined;
}

/** `role`, `req.body.role`, either with a fallback. */
function isNamed(expression: Expression, field: string): boolean {
  if (expression.kind === "logical") return isNamed(expression.left, field);
  return (expression.kind === "name" || expression.kind === "member") && expression.name === field;
}

/** `"customer"` of `role ?? "customer"`, of `const { role = "customer" } = req.body`. */
function defaultOf(source: SourceText, expression: Expression): string | undefined {
  if (expression.kind === "logical" && expression.right.kind === "literal")
    return source.text.slice(...expression.right.at);
  if (expression.kind !== "name") return undefined;
  const binding = source.facts.bindings[expression.binding];
  const behind = binding && /^\s*=\s*(["'][^"'\n]*["'])/.exec(source.text.slice(binding.at[1], binding.at[1] + 80));
  return behind?.[1];
}

/** `DEFAULT 'customer'` of the column, `@default("customer")` of the field. */
function schemaDefault(
  source: SourceText,
  model: ServiceModel,
  table: string | undefined,
  field: string,
): string | undefined {
  const known = tableNamed(table, model.schema);
  // The place may be the name alone: the columns follow it, up to a line that closes the table.
  const text = known && model.text(known.place.file)?.slice(known.place.at[0]);
  const end = text?.search(/\n[ \t]*[})]/) ?? -1;
  const line = text
    ?.slice(0, end < 0 ? undefined : end)
    .split("\n")
    .find((one) => new RegExp(`^\\s*"?${field}"?\\s`, "i").test(one));
  const value =
    (line && (/\bDEFAULT\s+'([\w-]+)'/i.exec(line)?.[1] ?? /@default\("?([\w-]+)"?\)/.exec(line)?.[1])) ||
    (known && modelDefault(model, known, field));
  return value ? quoted(styleOf(source), value) : undefined;
}

/** `role: { type: String, default: "customer" }` of a model of Mongoose, `defaultValue` of one of Sequelize. */
function modelDefault(model: ServiceModel, table: Table, field: string): string | undefined {
  const source = sourceText(model, table.place.file);
  if (!source) return undefined;
  const schema = mongooseSchema(source, table);
  const start = schema?.declared.at[0] ?? table.place.at[0];
  const written = source.text.slice(start, schema?.declared.at[1] ?? start + 4000).split(/\n\}?\);/)[0]!;
  const given = `\\b${field}\\s*:\\s*\\{[^{}]*\\bdefault(?:Value)?\\s*:\\s*["']([\\w-]+)["']`;
  return new RegExp(given).exec(written)?.[1];
}

/** A field in shorthand (`{ role }`) keeps its name. */
function replacement(source: SourceText, expression: Expression, written: string): string {
  const key = shorthandKey(source.facts, expression);
  return key === undefined ? written : `${key}: ${written}`;
}

function shorthandKey(facts: FileFacts, expression: Expression): string | undefined {
  for (const one of expressionsIn(facts)) {
    if (one.kind !== "object") continue;
    for (const field of one.fields)
      if (sameSpan(field.at, expression.at) && field.value.kind === "name") return field.key;
  }
  return undefined;
}

/** Takes the name out of `const { email, role } = req.body` where nothing else uses it. */
function withoutName({ file, text, facts }: SourceText, expression: Expression): readonly Edit[] {
  const name = expression.kind === "logical" ? expression.left : expression;
  if (name.kind !== "name" || name.binding < 0) return [];
  const binding = facts.bindings[name.binding];
  if (!binding || binding.owner === 0) return [];
  for (const one of expressionsIn(facts)) {
    if (one.kind === "name" && one.binding === name.binding && !holds(expression.at, one.at)) return [];
  }
  let [start, end] = binding.at;
  const renamed = /[\w$]+\s*:\s*$/.exec(text.slice(Math.max(0, start - 80), start));
  if (renamed) start -= renamed[0].length;
  const fallback = /^\s*=\s*(?:["'][^"'\n]*["']|[\w.]+)/.exec(text.slice(end, end + 80));
  if (fallback) end += fallback[0].length;
  const before = text.slice(0, start).trimEnd();
  const next = nextToken(text, end);
  if (!before.endsWith(",") && !before.endsWith("{")) return [];
  if (before.endsWith(",")) return [{ kind: "replace", file, at: [before.length - 1, end], text: "" }];
  if (next.character !== ",") return [];
  return [{ kind: "replace", file, at: [start, nextToken(text, next.at + 1).at], text: "" }];
}
