/**
 * The check that a sibling's handler begins with, for frameworks without middleware: `const user = await currentUser(request)`
 * and `if (!user) return …` are written at the top of this handler too.
 */
import type { Statement } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit } from "../../model/finding.ts";
import type { GuardKind } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { type HandlerCode, handlerCode } from "../code/handler-code.ts";
import { importFrom } from "../code/names-in-reach.ts";
import { lastParameterEnd, parameterEnd } from "../code/parameter-list.ts";
import { indentAt, type SourceText } from "../code/source-text.ts";
import { insertAfter, insertBefore, statementEnd, statementStart } from "../code/statements.ts";
import { composeEdits, insertion, tidyEdits } from "../code/text-edits.ts";
import { deep, expressionsIn, holds, inStatements } from "../code/visit-facts.ts";

export interface StatementsToCopy {
  readonly model: ServiceModel;
  readonly entryPoint: EntryPoint;
  readonly sibling: EntryPoint;
  readonly kinds: ReadonlySet<GuardKind>;
}

/** Undefined where the sibling's check needs more than the request and names that can be imported. */
export function copyGuardStatements({
  model,
  entryPoint,
  sibling,
  kinds,
}: StatementsToCopy): readonly Edit[] | undefined {
  const from = handlerCode(model, sibling);
  const into = handlerCode(model, entryPoint);
  if (!from || !into || !isAsync(into)) return undefined;
  const wanted = checksOf(sibling, from, kinds);
  if (wanted.length === 0) return undefined;
  const needed = withDeclarations(from, wanted);
  const renames = needed && parameterNames(model, from, into, needed);
  if (!needed || !renames || needed.some((statement) => doesMore(sibling, from, statement))) return undefined;

  const there = workList(into);
  const known = new Map(there.map((statement) => [plain(textOf(into.source, statement)), statement]));
  let behind: Statement | undefined;
  const missing: Statement[] = [];
  for (const statement of needed) {
    const same = known.get(plain(renamed(from.source, statement, renames.names)));
    if (same) behind = same;
    else missing.push(statement);
  }
  if (missing.length === 0 || declaresTaken(into, from, missing)) return undefined;
  const imports: Edit[] = [];
  for (const name of moduleNames(from, missing)) {
    const imported = importFrom(model, from.source.file, name, into.source);
    if (imported?.local !== name) return undefined;
    imports.push(...imported.edits);
  }
  const lines = missing.flatMap((statement) => linesOf(from.source, statement, renames.names));
  const first = there[0];
  if (!first) return undefined;
  // Behind what is known of the caller already, and the checks of it that are there.
  const place = behind && lastCheck(entryPoint, into, behind);
  const inserted = place ? insertAfter(into.source, place, lines) : insertBefore(into.source, first, [...lines, ""]);
  const edits = composeEdits([inserted], renames.edits, imports);
  return edits && tidyEdits(edits);
}

/** The statement checks and acts at once: what it does is the sibling's own. */
function doesMore(sibling: EntryPoint, { source }: HandlerCode, statement: Statement): boolean {
  return sibling.effects.some(
    (effect) =>
      effect.access !== "read" &&
      [...effect.stack.map((site) => site.place), effect.place].some(
        (place) => place.file === source.file && holds(statement.at, place.at),
      ),
  );
}

function isAsync({ source, index }: HandlerCode): boolean {
  const target = source.facts.functions[index];
  return target?.async === true && !target.short;
}

/** The statements of the body, or of the `try` that is all of it. */
function workList({ source, index }: HandlerCode): readonly Statement[] {
  const body = source.facts.functions[index]?.body ?? [];
  const [only] = body;
  return body.length === 1 && only?.kind === "try" ? only.body : body;
}

/** Statements of the handler's own body in which the guards stand. */
function checksOf(sibling: EntryPoint, handler: HandlerCode, kinds: ReadonlySet<GuardKind>): readonly Statement[] {
  const list = workList(handler);
  const found = new Set<Statement>();
  for (const guard of sibling.guards) {
    if (!kinds.has(guard.kind)) continue;
    const event = sibling.trail.events.find((one) => one.order === guard.order);
    const places = event ? [...event.stack.map((site) => site.place), event.place] : [guard.place];
    const place = places.find(
      (one) => one.file === handler.source.file && list.some((statement) => holds(statement.at, one.at)),
    );
    const statement = place && list.find((one) => holds(one.at, place.at));
    const simple =
      statement?.kind === "if"
        ? statement.otherwise.length === 0
        : statement?.kind === "declare" || statement?.kind === "expression";
    if (statement && simple) found.add(statement);
  }
  return list.filter((statement) => found.has(statement));
}

/** These statements with the declarations their names come from. Undefined where one depends on something else. */
function withDeclarations(handler: HandlerCode, wanted: readonly Statement[]): readonly Statement[] | undefined {
  const { facts } = handler.source;
  const list = workList(handler);
  const needed = new Set(wanted);
  for (let index = list.indexOf(wanted.at(-1)!); index >= 0; index--) {
    const statement = list[index]!;
    if (!needed.has(statement)) continue;
    for (const binding of usedBindings([statement])) {
      const declared = facts.bindings[binding];
      if (!declared || declared.owner !== handler.index || declared.kind === "parameter") continue;
      if (holds(statement.at, declared.at)) continue;
      const origin = list.slice(0, index).find((one) => holds(one.at, declared.at));
      if (origin?.kind !== "declare") return undefined;
      needed.add(origin);
    }
  }
  const statements = list.filter((statement) => needed.has(statement));
  // A handler's effects are not part of its check.
  return statements.length <= 5 ? statements : undefined;
}

function usedBindings(statements: readonly Statement[]): ReadonlySet<number> {
  const used = new Set<number>();
  for (const expression of deep([...inStatements(statements)]))
    if (expression.kind === "name" && expression.binding >= 0) used.add(expression.binding);
  return used;
}

interface Renames {
  readonly names: ReadonlyMap<string, string>;
  readonly edits: readonly Edit[];
}

/** The target's names for the sibling's parameters; a first parameter is added where there is none. */
function parameterNames(
  model: ServiceModel,
  from: HandlerCode,
  into: HandlerCode,
  needed: readonly Statement[],
): Renames | undefined {
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  for (const binding of usedBindings(needed)) {
    const used = from.source.facts.bindings[binding];
    if (used?.owner !== from.index || used.kind !== "parameter") continue;
    const position = from.parameters.indexOf(used.name);
    if (position < 0) return undefined;
    const there = sameParameter(from, into, position);
    // Which parameter is which, its decorator says: by its place it may be the body.
    if (there === undefined && into.parameters[position] !== undefined) return undefined;
    if (there !== undefined) {
      names.set(used.name, there);
      continue;
    }
    if (position !== 0 || into.parameters.length > 0) return undefined;
    const added = firstParameter(model, from, into);
    if (!added) return undefined;
    edits.push(...added);
  }
  return { names, edits };
}

/** The name of the target's parameter at that place; of one with decorators, the one that has the same. */
function sameParameter(from: HandlerCode, into: HandlerCode, position: number): string | undefined {
  const wanted = decoratorsOf(from, position);
  const index = into.parameters.findIndex((_, at) =>
    wanted === "" ? at === position && decoratorsOf(into, at) === "" : decoratorsOf(into, at) === wanted,
  );
  return into.parameters[index];
}

/** `@CurrentUser()`, as it is written. */
function decoratorsOf({ source, index }: HandlerCode, position: number): string {
  const decorators = source.facts.functions[index]?.parameters[position]?.decorators ?? [];
  return decorators.map(({ at }) => `@${source.text.slice(at[0], at[1])}`).join(" ");
}

/** `request: Request`, as the sibling has it. */
function firstParameter(model: ServiceModel, from: HandlerCode, into: HandlerCode): readonly Edit[] | undefined {
  const parameter = from.source.facts.functions[from.index]?.parameters[0];
  const target = into.source.facts.functions[into.index];
  const end = parameter && parameterEnd(from.source.text, parameter.pattern.at[1]);
  const place = target && lastParameterEnd(into.source.text, target);
  if (!parameter || end === undefined || place === undefined) return undefined;
  const decorators = decoratorsOf(from, 0);
  if (decorators !== "" && from.source.file !== into.source.file) return undefined;
  const written = from.source.text.slice(parameter.pattern.at[0], end).trim();
  const edits: Edit[] = [insertion(into.source.file, place, `${decorators} ${written}`.trim())];
  const { type } = parameter;
  if (type && type.binding >= 0) {
    const imported = importFrom(model, from.source.file, type.name.split(".")[0]!, into.source);
    if (!imported) return undefined;
    edits.push(...imported.edits);
  }
  return edits;
}

/** True where the target uses a name for something else that the statements declare. */
function declaresTaken(into: HandlerCode, from: HandlerCode, missing: readonly Statement[]): boolean {
  const own = new Set(
    into.source.facts.bindings.filter((one) => one.owner === into.index || one.owner === 0).map((one) => one.name),
  );
  return from.source.facts.bindings.some(
    (one) => one.owner === from.index && missing.some((statement) => holds(statement.at, one.at)) && own.has(one.name),
  );
}

function moduleNames({ source }: HandlerCode, statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const binding of usedBindings(statements)) {
    const used = source.facts.bindings[binding];
    if (used?.owner === 0) names.add(used.name);
  }
  return names;
}

/** The last statement that checks the caller, from a given one on. */
function lastCheck(entryPoint: EntryPoint, into: HandlerCode, from: Statement): Statement {
  const checks = checksOf(entryPoint, into, new Set<GuardKind>(["authentication", "role"]));
  return [from, ...checks].reduce((last, one) => (one.at[0] > last.at[0] ? one : last));
}

function textOf({ text }: SourceText, statement: Statement): string {
  return text.slice(statementStart(text, statement), statementEnd(text, statement));
}

/** The statement's text with parameters under their names here. */
function renamed(source: SourceText, statement: Statement, names: ReadonlyMap<string, string>): string {
  const start = statementStart(source.text, statement);
  const places = [...expressionsIn(source.facts)]
    .filter((one) => one.kind === "name" && names.has(one.name) && holds(statement.at, one.at))
    .map((one) => one.at)
    .sort((a, b) => b[0] - a[0]);
  let text = textOf(source, statement);
  for (const [from, to] of new Map(places.map((at) => [at[0], at[1]]))) {
    const name = names.get(source.text.slice(from, to))!;
    text = text.slice(0, from - start) + name + text.slice(to - start);
  }
  return text;
}

function linesOf(source: SourceText, statement: Statement, names: ReadonlyMap<string, string>): readonly string[] {
  const indent = indentAt(source.text, statementStart(source.text, statement));
  return renamed(source, statement, names)
    .split(/\r?\n/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/['`]/g, '"').replace(/;$/, "");
}
