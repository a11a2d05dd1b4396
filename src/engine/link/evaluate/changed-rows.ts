/**
 * What code sets on a row before it stores the row: `order.status = "paid"; await order.save()`.
 *
 * The statement that stores it names neither the columns nor the row's id; both are known from what came before.
 */
import type { Operation } from "../../model/effect.ts";
import type { Term, TermField } from "../../model/term.ts";
import type { System } from "../../systems/define-system.ts";
import { lastName } from "../terms/last-name.ts";
import { containsTerm, partsOf, someTerm } from "../terms/terms.ts";
import type { Activation, Linker } from "./linker.ts";
import { memberOf } from "./members.ts";
import type { Block, Frame, Step } from "./steps.ts";

/** Notes `row.name = value`; without a name, `Object.assign(row, value)`. */
export function noteChange(
  linker: Linker,
  activation: Activation,
  row: Term,
  key: string | undefined,
  given: Term,
): void {
  const rows = rowsOf(row);
  if (rows) for (const one of rows) noteChange(linker, activation, one, key, given);
  if (rows || !isRow(row)) return;
  if (key === undefined && given.kind === "object" && given.fields.every((field) => field.key !== undefined)) {
    for (const field of given.fields) noteChange(linker, activation, row, field.key, field.value);
    return;
  }
  activation.changed ??= new Map();
  const before = activation.changed.get(row) ?? [];
  const value = startedAnew(linker, row, key, before, given);
  // Helpers that are called again set the same again.
  if (before.some((field) => field.key === key && field.value === value)) return;
  const fields = before.filter((field) => key === undefined || field.key !== key);
  activation.changed.set(row, [...fields, key === undefined ? { value } : { key, value }]);
}

/**
 * `order.total = 0; lines.forEach((line) => { order.total += line.price; })`: what was stored in the column is in it no more.
 * Nor is what was counted of parts of the row that have the same name: `album.size = sum of album.files[].size`.
 */
function startedAnew(
  linker: Linker,
  row: Term,
  key: string | undefined,
  before: readonly TermField[],
  value: Term,
): Term {
  if (key === undefined || value.kind !== "operation" || row.kind !== "external" || !row.arguments) return value;
  const { terms } = linker;
  const column = memberOf(linker, row, key);
  const set = before.find((field) => field.key === key)?.value;
  const made =
    set?.kind === "literal" && value.parts.includes(column)
      ? terms.operation(
          value.operator,
          value.parts.map((part) => (part === column ? set : part)),
        )
      : value;
  const isOfPart = (part: Term): boolean => part !== column && lastName(part) === key && containsTerm(part, row);
  return !containsTerm(made, column) && someTerm(made, isOfPart) ? terms.operation("counted", partsOf(made)) : made;
}

/** The list was gone through: what is added behind that may be what it lacks. */
export function noteGoneThrough(activation: Activation, list: Term): void {
  activation.goneThrough ??= new Set();
  activation.goneThrough.add(list);
}

/** `(found ?? new Cart()).lines[0]`: on each of the rows that it may be, what lies in a list of it counts as the list. */
function rowsOf(row: Term): readonly Term[] | undefined {
  if (row.kind === "choice") return row.options;
  if (row.kind === "operation" && (row.operator === "??" || row.operator === "||")) return row.parts;
  return row.kind === "element" ? rowsOf(row.of) : undefined;
}

/**
 * What a function that was called has set on rows that its caller knows: `copyFields(order, body)`,
 * `fields.forEach((name) => { order[name] = … })`. `handed` are its arguments and its result; rows of its own are gone with it.
 */
export function takeOver(linker: Linker, activation: Activation, { changed }: Frame, handed: readonly Term[]): void {
  if (!changed) return;
  const known = new Set([...handed, ...activation.locals.values()]);
  for (const [row, fields] of changed) {
    if (row.kind === "instance" || !isWithin(row, known)) continue;
    for (const { key, value } of fields) noteChange(linker, activation, row, key, value);
  }
}

/** One of them, or what lies in it. */
function isWithin(row: Term, known: ReadonlySet<Term>): boolean {
  for (let current: Term | undefined = row; current; ) {
    if (known.has(current)) return true;
    if (current.kind === "external") current = current.base;
    else if (current.kind === "member" || current.kind === "element") current = current.of;
    else return false;
  }
  return false;
}

/** What a package's call gave, and what lies in it. */
function isRow(term: Term): boolean {
  if (term.kind === "member" || term.kind === "element") return isRow(term.of);
  if (term.kind === "instance") return true;
  return term.kind === "external" && (term.arguments !== undefined || (term.base !== undefined && isRow(term.base)));
}

const ADDING = new Set(["push", "unshift", "addToSet"]);
const ASKING = new Set(["find", "findIndex", "some", "includes", "indexOf"]);
const TAKING = new Set(["pull", "splice", "pop", "shift"]);

/** `row.items.push(item)`, `row.items.splice(i, 1)`, `row.set({ … })`, `repository.merge(row, { … })` change the row. */
export function noteChangeByCall(
  linker: Linker,
  activation: Activation,
  object: Term | undefined,
  name: string | undefined,
  args: readonly Term[],
): void {
  const [first, second] = args;
  const rows = object && rowsOf(object);
  if (rows) for (const one of rows) noteChangeByCall(linker, activation, one, name, args);
  if (object?.kind !== "external" || name === undefined) return;
  if (ASKING.has(name)) noteGoneThrough(activation, object);
  if ((ADDING.has(name) || TAKING.has(name)) && object.base) {
    const column = object.path.at(-1) ?? "";
    // What a call gave is a list of its own: `row.text.split(" ").splice(0, 1)`.
    if (column.endsWith("()")) return;
    const before = activation.changed?.get(object.base)?.find((field) => field.key === column)?.value;
    const turns = turnsBack(before, name);
    const lacked = !turns && ADDING.has(name) && activation.goneThrough?.has(object);
    const change = lacked
      ? linker.terms.unknown([object, ...args])
      : linker.terms.operation(turns ? "toggle" : name, [object, ...args]);
    noteChange(linker, activation, object.base, column, change);
  } else if (!first) return;
  else if (SETTING.has(name) && holdsFields(first)) noteChange(linker, activation, object, undefined, first);
  else if (PUTTING.has(name) && second && holdsFields(second)) noteChange(linker, activation, first, undefined, second);
  else if (name === "assign" && !second && holdsFields(first)) {
    // `wrap(order).assign({ … })`, and `order.assign({ … })` of a package's own entities.
    const wraps = linker.adapters.unitOfWork(object.package)?.wraps;
    const wrapped = wraps !== undefined && object.path.at(-1) === wraps ? object.arguments?.[0] : object;
    if (wrapped) noteChange(linker, activation, wrapped, undefined, first);
  } else if (name === "update" && object.package === HASHES) noteChange(linker, activation, object, undefined, first);
}

/** `user.set(changes)`, `user.merge(changes)`, `user.fill(changes)`: Mongoose, Sequelize, Lucid. */
const SETTING = new Set(["set", "merge", "fill", "setAttributes"]);
/** `repository.merge(user, changes)`, `em.assign(user, changes)`: TypeORM, MikroORM. */
const PUTTING = new Set(["merge", "assign"]);

/** `repository.merge(user, changes)` gives the user, changed; undefined for other calls. */
export function rowPutInto(
  object: Term | undefined,
  name: string | undefined,
  args: readonly Term[],
): Term | undefined {
  const [first, second] = args;
  if (object?.kind !== "external" || name === undefined || !PUTTING.has(name) || !first || !second) return undefined;
  return isRow(first) && holdsFields(second) ? first : undefined;
}

/** Fields by their names, or whatever was sent. */
function holdsFields(term: Term): boolean {
  return term.kind === "object" || (term.kind === "input" && term.source === "body");
}

const HASHES = "node:crypto";

/** What a hash was given by statements of their own: `hash.update(text); hash.digest("hex")`. */
export function hashedBefore(activation: Activation, target: Term & { readonly kind: "external" }): readonly Term[] {
  if (target.package !== HASHES || target.base === undefined || target.path.at(-1) !== "digest") return [];
  return (activation.changed?.get(target.base) ?? []).map((field) => field.value);
}

/** What one branch takes out, another puts in: the list turns at every call. What is taken out and put in again is moved. */
function turnsBack(before: Term | undefined, name: string): boolean {
  if (before?.kind !== "operation") return false;
  const taken = TAKING.has(before.operator) && ADDING.has(name);
  return taken || (ADDING.has(before.operator) && TAKING.has(name));
}

/**
 * Rows of the system's packages that were made or changed and that no call has stored yet: a unit of work writes them all at once
 * (`em.flush()`).
 */
export function pendingRows(activation: Activation, { packages, unitOfWork }: System): readonly Term[] {
  const isOurs = (term: Term): boolean => term.kind === "external" && packages.includes(term.package);
  const changed = [...(activation.changed?.keys() ?? [])].map(rowAround).filter(isOurs);
  const made = [...activation.locals.values()].filter(
    (term) => isOurs(term) && term.kind === "external" && term.path.at(-1) === unitOfWork?.makes,
  );
  const stored = new Set(
    activation.steps.flatMap((step) =>
      step.kind === "effect" && step.result.kind === "external" ? (step.result.arguments ?? []) : [],
    ),
  );
  return [...new Set([...changed, ...made])].filter((row) => !stored.has(row));
}

/** The row that a part lies in: `order.lines[0]` in what `findOne()` gave. */
function rowAround(part: Term): Term {
  if (part.kind === "member" || part.kind === "element") return rowAround(part.of);
  if (part.kind === "external" && part.arguments === undefined && part.base) return rowAround(part.base);
  return part;
}

/**
 * Runs one of several ways. What it has set on rows counts behind it, but for what it saved itself (`if (isOver(row)) {
 * row.state = "over"; await row.save(); }`), and for what it set ahead of throwing.
 */
export function onOneWay(activation: Activation, run: () => Block): Block {
  const before = new Map(activation.changed);
  const way = run();
  const { changed } = activation;
  if (!changed) return way;
  if (way.ends === "throws") {
    activation.changed = before;
    return way;
  }
  for (const row of savedIn(way)) {
    const fields = before.get(row);
    if (fields) changed.set(row, fields);
    else changed.delete(row);
  }
  return way;
}

/** `row.save()`, `repository.save(row)`: what is only given a row stores another one, and a unit of work stores it later. */
function savedIn({ steps }: Block): readonly Term[] {
  return steps.flatMap((step) => {
    if (step.kind !== "effect" || step.category !== "database" || step.result.kind !== "external") return [];
    const { base, path, arguments: given = [] } = step.result;
    return base && path.at(-1) === "save()" ? [base, ...given] : [];
  });
}

/** The effects of storing a row, with what was set on it. */
export function withChanges(linker: Linker, activation: Activation, steps: readonly Step[]): readonly Step[] {
  const { changed } = activation;
  if (!changed) return steps;
  return steps.map((step) => {
    if (step.kind !== "effect" || step.access !== "write" || step.operation === "delete") return step;
    const row = step.data ?? (step.result.kind === "external" ? step.result.base : undefined);
    const fields = row === undefined ? [] : changesOf(changed, row);
    if (fields.length === 0) return step;
    const all: readonly TermField[] = step.data ? [{ value: step.data }, ...fields] : fields;
    return { ...step, operation: operationOf(step.operation, fields), data: linker.terms.object(all) };
  });
}

/** What was set on the row itself and on what lies in it: `order.lines.find(…).quantity = 2`. */
function changesOf(changed: ReadonlyMap<Term, readonly TermField[]>, row: Term): readonly TermField[] {
  const own = changed.get(row) ?? [];
  const inner = [...changed].flatMap(([part, fields]) => (part !== row && isPartOf(part, row) ? fields : []));
  return [...own, ...inner];
}

function isPartOf(part: Term, row: Term): boolean {
  let current: Term | undefined = part;
  while (current && current !== row) {
    if (current.kind === "external") current = current.base;
    else if (current.kind === "member" || current.kind === "element") current = current.of;
    else return false;
  }
  return current === row;
}

/** A loaded row is set to what it holds now: one line more at every call, or one line less at a place. */
function operationOf(operation: Operation, fields: readonly TermField[]): Operation {
  if (operation !== "set") return operation;
  const made = new Set(fields.map(({ value }) => (value.kind === "operation" ? value.operator : "")));
  if (made.has("toggle")) return "toggle";
  return made.has("push") || made.has("unshift") ? "append" : "set";
}
