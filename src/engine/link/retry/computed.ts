/** Recognises values that are read from a row, changed in the code and written back. */
import type { EffectEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { alternatives } from "../evaluate/members.ts";
import { isSent } from "../terms/sent.ts";
import { partsOf, someTerm, termsWithin } from "../terms/terms.ts";
import { effectsOf } from "../trail/effects-of.ts";

export interface Computed {
  readonly column: string;
  /** The read that gave the value; undefined where it came with who is calling. */
  readonly read: EffectEvent | undefined;
  /** It is written as the opposite of what was read. */
  readonly turns: boolean;
  /** A date that was moved on: whoever moves it from the same day writes the same. */
  readonly isDate: boolean;
}

const COMPUTES: ReadonlySet<EffectEvent["operation"]> = new Set(["set", "toggle", "append", "upsert"]);
const SUMS = new Set(["+", "-", "*", "/", "++", "--", "!"]);

/** A line is taken out by its place in the list: at the next call another one stands there. */
export function takesByPlace(effect: EffectEvent): boolean {
  if (effect.operation !== "set" || effect.data?.kind !== "object") return false;
  return effect.data.fields.some(
    ({ value }) => value.kind === "operation" && isTakenByPlace(value.operator, value.parts[1]),
  );
}

function isTakenByPlace(operator: string, place: Term | undefined): boolean {
  if (operator === "pop" || operator === "shift") return true;
  // What was searched for is not found a second time.
  return operator === "splice" && place !== undefined && !someTerm(place, isSearch);
}

function isSearch(term: Term): boolean {
  const name = term.kind === "external" ? term.path.at(-1) : term.kind === "operation" ? term.operator : undefined;
  return name !== undefined && /^(?:findIndex|indexOf|findLastIndex|lastIndexOf)(?:\(\))?$/.test(name);
}

/** The column that an update computes from what it read of the same table; undefined where it writes only if the value is still the same. */
export function computedColumn(effect: EffectEvent, path: Path): Computed | undefined {
  if (!COMPUTES.has(effect.operation)) return undefined;
  if (effect.category !== "database" && effect.category !== "payment") return undefined;
  // Of a row that is written in one of two ways, both count on.
  const found = (effect.data ? alternatives(effect.data) : []).map((data) => computedIn(data, effect, path));
  return found.every((one) => one !== undefined) ? found[0] : undefined;
}

function computedIn(data: Term, effect: EffectEvent, path: Path): Computed | undefined {
  for (const { column, name, value } of writtenIn(data, "")) {
    const read = readIn(value, { column, name }, effect, path);
    const turns = value.kind === "operation" && isTurned(value, name);
    const isDate = [...termsWithin(value)].some(isMadeDate);
    if (read && !isConditional(effect, read)) return { column, read, turns, isDate };
    if (!read && isComputedFromCaller(value, name, effect)) return { column, read: undefined, turns, isDate };
  }
  return undefined;
}

/** Who is calling came with their row: `user.update({ where: { id: ctx.user.id }, data: { hidden: !ctx.user.hidden } })`. */
function isComputedFromCaller(value: Term, column: string, { where }: EffectEvent): boolean {
  if (where === undefined || !someTerm(where, isCaller)) return false;
  return sumsIn(value, column).some((part) =>
    someTerm(part, (one) => lastName(one) === column && someTerm(one, isCaller)),
  );
}

function isCaller(term: Term): boolean {
  return term.kind === "input" && term.source === "identity";
}

interface Written {
  /** `settings.count` for a value inside a document. */
  readonly column: string;
  readonly name: string;
  readonly value: Term;
}

/** The values that a row is written with, those inside of its documents too: `{ flags: { ...flags, count: flags.count + 1 } }`. */
function writtenIn(data: Term, inside: string, depth = 0): readonly Written[] {
  // `items: [{ id, quantity: item.quantity + more }]`
  if (data.kind === "array") return data.items.flatMap((item) => writtenIn(item, inside, depth));
  if (data.kind !== "object") return [];
  return data.fields.flatMap(({ key, value }): readonly Written[] => {
    // `set({ ...changes })`
    if (key === undefined) return depth < MAXIMUM_DEPTH ? writtenIn(value, inside, depth + 1) : [];
    const column = inside === "" ? key : `${inside}.${key}`;
    const nested = depth < MAXIMUM_DEPTH ? writtenIn(value, column, depth + 1) : [];
    // Prisma's `{ balance: { set: row.balance + 1 } }`.
    const name = key === "set" && inside !== "" ? (inside.split(".").at(-1) ?? key) : key;
    return [{ column, name, value }, ...nested];
  });
}

const MAXIMUM_DEPTH = 3;

function readIn(
  value: Term,
  { column: whole, name: column }: Pick<Written, "column" | "name">,
  effect: EffectEvent,
  path: Path,
): EffectEvent | undefined {
  const isOwn = (one: Term): boolean => lastName(one) === column && (whole !== column || !isInListOf(one));
  for (const part of [...sumsIn(value, column), ...movedDates(value, effect, path)]) {
    // The sum is made of the column itself; another column that a date or an address is made of loses nothing.
    const within = new Set([...countedIn(part)].filter(isOwn).flatMap((one) => [...termsWithin(one)]));
    const reads = effectsOf(path).filter(
      ({ access, order, result }) => access === "read" && order < effect.order && within.has(result),
    );
    const own = reads.find(({ target }) => target === effect.target);
    if (own) return own;
    if (reads[0] && isOfRowFound(part, column, effect)) return reads[0];
  }
  return undefined;
}

/** The row came with another one, and is found by what it holds: `cart.items.find(…)`, `update({ where: { id: item.id }, … })`. */
function isOfRowFound(sum: Term, column: string, { where }: EffectEvent): boolean {
  if (where?.kind !== "object") return false;
  const rows = new Set(where.fields.flatMap(({ value }) => rowOf(value) ?? []));
  return someTerm(sum, (one) => {
    const row = lastName(one) === column ? rowOf(one) : undefined;
    return row !== undefined && rows.has(row);
  });
}

/** What a sum is made of. What a package makes of a list or a row is another thing than the numbers in it. */
function countedIn(sum: Term, found = new Set<Term>()): ReadonlySet<Term> {
  if (found.has(sum)) return found;
  found.add(sum);
  const given =
    sum.kind === "external" && !sum.package.startsWith("global:") ? new Set(sum.arguments) : new Set<Term>();
  for (const part of partsOf(sum)) if (!given.has(part) || isNumber(part)) countedIn(part, found);
  return found;
}

/** A column as it stands, or a sum: `new Decimal(row.total)`, `add(row.total + fee)`. */
function isNumber(term: Term): boolean {
  if (term.kind === "operation") return SUMS.has(term.operator) || term.operator === "??" || term.operator === "||";
  return term.kind === "member" || (term.kind === "external" && term.arguments === undefined);
}

/** A column of the rows that another row holds, summed up into that one: `parent.children[0].total`. */
function isInListOf(term: Term): boolean {
  const row = rowOf(term);
  return row?.kind === "element" && rowOf(row.of) !== undefined;
}

/** What a field was asked of. */
function rowOf(term: Term): Term | undefined {
  if (term.kind === "member") return term.of;
  return term.kind === "external" && term.arguments === undefined ? term.base : undefined;
}

/** The sum that is written, also where it is chosen or rounded; not those that a list or an object is made with. */
function sumsIn(value: Term, column: string): readonly Term[] {
  const within = (part: Term): readonly Term[] => sumsIn(part, column);
  if (value.kind === "choice") return value.options.flatMap(within);
  if (value.kind === "unknown") return value.parts.flatMap(within);
  // A date that is moved: `addDays(row.until, 30)`, `dayjs(row.until).add(30, "day")`.
  if (value.kind === "external" && /^(?:add|sub|plus|minus)\w*\(\)$/.test(value.path.at(-1) ?? "")) return [value];
  if (value.kind !== "operation") return [];
  if (alternates(value) || turnsList(value, column)) return [value];
  // `!!row.open` is what was read, as yes or no.
  const [denied] = value.parts;
  if (value.operator === "!" && denied?.kind === "operation" && denied.operator === "!")
    return denied.parts.flatMap(within);
  // `rows.reduce((sum, row) => sum + row.total, 0)` sums up what others hold.
  const others = value.operator === "+" ? value.parts.filter((part) => !isZero(part)) : [];
  if (value.operator === "+" && others.length < value.parts.length) return others.flatMap(within);
  if (SUMS.has(value.operator)) return [value];
  // The test of a choice is no part of what was chosen.
  return (value.operator === "?:" ? value.parts.slice(1) : value.parts).flatMap(within);
}

function isZero(part: Term): boolean {
  if (part.kind === "operation" && part.operator === "?:") return part.parts.slice(1).every(isZero);
  return part.kind === "literal" && part.value === 0;
}

/** `const until = new Date(row.until); until.setMonth(until.getMonth() + 1)`: the date is moved where it stands. */
function movedDates(value: Term, effect: EffectEvent, path: Path): readonly Term[] {
  const dates = [...termsWithin(value)].filter(isMadeDate);
  if (dates.length === 0) return [];
  const moved = path.events.flatMap((event) => {
    if (event.kind !== "opaque" || event.order > effect.order) return [];
    const { callee, arguments: given } = event.call;
    if (
      callee.kind !== "external" ||
      !/^set(?:UTC)?(?:Date|Month|FullYear|Hours|Minutes)$/.test(callee.path.at(-1) ?? "")
    )
      return [];
    return given.some((one) => someTerm(one, isSum)) && callee.base ? [callee.base] : [];
  });
  return dates.filter((date) => moved.includes(date));
}

function isMadeDate(term: Term): boolean {
  return term.kind === "external" && term.package === "global:Date" && term.arguments !== undefined;
}

function isSum(term: Term): boolean {
  return term.kind === "operation" && (term.operator === "+" || term.operator === "-");
}

/** `!row.open`, and what is chosen by what it was; `last ? last.place + 1 : 1` counts. */
function isTurned(value: Term & { readonly kind: "operation" }, column: string): boolean {
  return value.operator === "!" || alternates(value) || turnsList(value, column);
}

/** `status === "on" ? "off" : "on"`, `flag ? false : true`: the other value at every call. */
function alternates(value: Term & { readonly kind: "operation" }): boolean {
  if (value.operator !== "?:") return false;
  const [test, yes, no] = value.parts;
  if (!test || yes?.kind !== "literal" || no?.kind !== "literal" || yes.value === no.value) return false;
  if (test.kind === "operation" && (test.operator === "===" || test.operator === "!==")) {
    const known = test.parts.find((part) => part.kind === "literal");
    return known !== undefined && known === (test.operator === "===" ? no : yes);
  }
  const asksNot = test.kind === "operation" && test.operator === "!";
  return asksNot ? yes.value === true && no.value === false : yes.value === false && no.value === true;
}

/** `has ? tags.filter((one) => one !== tag) : [...tags, tag]`: the list is asked, and each way makes another one of it. */
function turnsList(value: Term & { readonly kind: "operation" }, column: string): boolean {
  if (value.operator !== "?:") return false;
  // What is sent under the same name is no list that was read.
  const isColumn = (part: Term): boolean => lastName(part) === column && !isSent(part);
  const [test, ...ways] = value.parts;
  if (!test || !someTerm(test, isSearched)) return false;
  // `items.map((item) => (changed.has(item.id) ? { ...item, …changes } : item))` makes lines of it, no other list.
  const isLine = (way: Term): boolean => way.kind === "object" || way.kind === "element";
  return (
    someTerm(test, isColumn) && ways.every((way) => someTerm(way, isColumn) && !isItself(way, column) && !isLine(way))
  );
}

function isSearched(part: Term): boolean {
  const name = part.kind === "external" ? part.path.at(-1) : part.kind === "operation" ? part.operator : undefined;
  return name !== undefined && /^(?:includes|some|has|find|indexOf|findIndex)(?:\(\))?$/.test(name);
}

/** The column, or what stands for it where it is empty. */
function isItself(term: Term, column: string): boolean {
  if (lastName(term) === column) return true;
  return (
    term.kind === "operation" &&
    (term.operator === "??" || term.operator === "||") &&
    term.parts[0] !== undefined &&
    isItself(term.parts[0], column)
  );
}

function lastName(term: Term): string | undefined {
  if (term.kind === "member") return term.name;
  if (term.kind === "input") return term.path.at(-1);
  return term.kind === "external" ? term.path.at(-1) : undefined;
}

/** The write asks for the value that was read: a lost race changes nothing. */
function isConditional(effect: EffectEvent, read: EffectEvent): boolean {
  const { where } = effect;
  return where?.kind === "object" && where.fields.length > 1 && termsWithin(where).has(read.result);
}
