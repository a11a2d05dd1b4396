/** Operators of expressions: what they give, and which of their sides may not run. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { assignPattern } from "./assign.ts";
import { block } from "./endings.ts";
import { evaluate } from "./evaluate.ts";
import { type Activation, type Linker, placeOf } from "./linker.ts";
import { alternatives } from "./members.ts";
import { truthHere } from "./route.ts";
import { compareKnown, isPattern } from "./route-texts.ts";
import { mergeLocals } from "./run.ts";
import { unawaitedIn } from "./unawaited.ts";

export function conditional(
  linker: Linker,
  activation: Activation,
  expression: Expression & { readonly kind: "conditional" },
): Term {
  const test = evaluate(linker, activation, expression.test);
  const known = isMadeBefore(linker, test) ? false : truthHere(linker, test);
  if (known !== undefined) return evaluate(linker, activation, known ? expression.yes : expression.no);
  const before = activation.locals;
  activation.locals = new Map(before);
  const [then, yes] = side(linker, activation, expression.yes);
  const afterYes = activation.locals;
  activation.locals = new Map(before);
  const [otherwise, no] = side(linker, activation, expression.no);
  activation.locals = mergeLocals(linker, afterYes, activation.locals);
  if (then.steps.length > 0 || otherwise.steps.length > 0) {
    const unawaited = unawaitedIn(activation, expression.test);
    const place = placeOf(activation, expression.test);
    activation.steps.push({ kind: "branch", test, then, otherwise, ...(unawaited && { unawaited }), place });
  }
  return linker.terms.operation("?:", [test, yes, no]);
}

export function logical(
  linker: Linker,
  activation: Activation,
  expression: Expression & { readonly kind: "logical" },
): Term {
  const left = evaluate(linker, activation, expression.left);
  if (expression.operator !== "&&" && isMadeBefore(linker, left)) return evaluate(linker, activation, expression.right);
  const known = truthHere(linker, left);
  if (expression.operator === "&&" && known === false) return left;
  if (expression.operator === "||" && known === true) return left;
  // A value that is there, also an empty text, is what `??` gives.
  if (expression.operator === "??" && known !== undefined && !isNothing(left)) return left;
  const [right, value] = side(linker, activation, expression.right);
  if (right.steps.length > 0) {
    const nothing = { steps: [], ends: "falls" } as const;
    const place = placeOf(activation, expression.left);
    activation.steps.push(
      expression.operator === "&&"
        ? { kind: "branch", test: left, then: right, otherwise: nothing, place }
        : { kind: "branch", test: left, then: nothing, otherwise: right, place },
    );
  }
  if (known !== undefined && (expression.operator === "&&") === known) return value;
  return linker.terms.operation(expression.operator, [left, value]);
}

/** `models.Order || model("Order", schema)`: what is there at the second run is what was made at the first. */
function isMadeBefore({ adapters }: Linker, term: Term): boolean {
  return term.kind === "external" && adapters.madeBefore(term.package, term.path) === true;
}

function isNothing(term: Term): boolean {
  return term.kind === "undefined" || (term.kind === "literal" && term.value === null);
}

/** An expression that may not run, as a block of its own. */
function side(
  linker: Linker,
  activation: Activation,
  expression: Expression,
): readonly [ReturnType<typeof block>, Term] {
  let value = linker.terms.undefined;
  const made = block(activation, () => {
    value = evaluate(linker, activation, expression);
    return "falls";
  });
  return [made, value];
}

export function binary(linker: Linker, operator: string, left: Term, right: Term): Term {
  const { terms } = linker;
  if (operator === ",") return right;
  if (left.kind === "literal" && right.kind === "literal") {
    if (operator === "===") return terms.literal(left.value === right.value);
    if (operator === "!==") return terms.literal(left.value !== right.value);
    if (operator === "+" && (typeof left.value === "string" || typeof right.value === "string")) {
      return terms.literal(`${left.value}${right.value}`);
    }
  }
  // `allowed === "all"`, where a list was given.
  if ((operator === "===" || operator === "!==") && isApart(left, right)) return terms.literal(operator === "!==");
  const absent = operator === "===" || operator === "!==" ? sameNothing(linker, left, right) : undefined;
  if (absent !== undefined) return terms.literal((operator === "===") === absent);
  const ranked = compareRank(linker, operator, left, right);
  if (ranked) return ranked;
  if (linker.route) {
    const known = compareKnown(linker, operator, left, right);
    if (known) return known;
  }
  if (operator === "in" && left.kind === "literal") return isIn(linker, left, right);
  // `rule instanceof RegExp ? rule.test(path) : rule === path`
  if (operator === "instanceof" && right.kind === "global" && right.path.join() === "RegExp") {
    if (isPattern(left)) return terms.literal(true);
    if (left.kind === "literal") return terms.literal(false);
  }
  if (operator === "+" && (isText(left) || isText(right)))
    return terms.text([left, right].flatMap((part) => (part.kind === "text" ? part.parts : [part])));
  return terms.operation(operator, [left, right]);
}

/**
 * `found === undefined`, where it is certain. Whether `undefined` is `null`, only the operator would tell. A field that
 * nobody has seen set may have been set by a callback; what a route or a handler's decorators say stands there whole.
 */
function sameNothing({ route, metadata }: Linker, left: Term, right: Term): boolean | undefined {
  const isWhole = route !== undefined || metadata !== undefined;
  if (left.kind === "undefined" && right.kind === "undefined") return isWhole ? true : undefined;
  const other = isNothing(right) ? left : isNothing(left) ? right : undefined;
  if (!other || isNothing(other)) return undefined;
  return THERE.has(other.kind) || (isWhole && other.kind === "literal") ? false : undefined;
}

const THERE: ReadonlySet<Term["kind"]> = new Set(["object", "array", "function", "class", "instance", "text"]);

/** A list, a function or an object made in the code, and a literal. */
function isApart(left: Term, right: Term): boolean {
  return (
    (left.kind === "literal" && right.kind !== "text" && MADE[right.kind] !== undefined) ||
    (right.kind === "literal" && left.kind !== "text" && MADE[left.kind] !== undefined)
  );
}

/** What `typeof` says of values that the code makes. */
const MADE: Readonly<Partial<Record<Term["kind"], string>>> = {
  array: "object",
  function: "function",
  class: "function",
  text: "string",
};

/** `typeof allowed === "string"`, where it is known what was given. */
function typeOf({ terms }: Linker, value: Term): Term | undefined {
  if (isPattern(value)) return terms.literal("object");
  if (value.kind === "literal") return terms.literal(value.value === null ? "object" : typeof value.value);
  const name = MADE[value.kind];
  return name === undefined ? undefined : terms.literal(name);
}

/** `"error" in result`, where the function gives `{ error }` in one case, and a row in the other. */
function isIn(linker: Linker, name: Term & { readonly kind: "literal" }, of: Term): Term {
  const { terms } = linker;
  if (of.kind === "object") {
    if (of.fields.some(({ key }) => key === name.value)) return terms.literal(true);
    if (of.fields.every(({ key }) => key !== undefined)) return terms.literal(false);
  }
  const [test, yes, no] = of.kind === "operation" && of.operator === "?:" ? of.parts : [];
  if (!test || !yes || !no) return terms.operation("in", [name, of]);
  const sides = [isIn(linker, name, yes), isIn(linker, name, no)] as const;
  return sides[0] === sides[1] ? sides[0] : terms.operation("?:", [test, ...sides]);
}

/** A number that stands in a table under what tells of the caller: `RANKS[user.role]`. The numbers of the table follow the key. */
export const RANKED = "ranked";

/**
 * `RANKS[user.role] < RANKS.staff` where nobody ranks below the staff, `RIGHTS[user.role].length === 0` where every role has
 * some: it refuses nobody.
 */
function compareRank(linker: Linker, operator: string, left: Term, right: Term): Term | undefined {
  const compare = COMPARES[operator];
  if (!compare || right.kind !== "literal" || typeof right.value !== "number") return undefined;
  const bound = right.value;
  const answers = ranksIn(left).map((rank) => compare(rank, bound));
  const [first] = answers;
  return first !== undefined && answers.every((answer) => answer === first) ? linker.terms.literal(first) : undefined;
}

const COMPARES: Readonly<Record<string, (rank: number, bound: number) => boolean>> = {
  "<": (rank, bound) => rank < bound,
  "<=": (rank, bound) => rank <= bound,
  ">": (rank, bound) => rank > bound,
  ">=": (rank, bound) => rank >= bound,
  "===": (rank, bound) => rank === bound,
  "!==": (rank, bound) => rank !== bound,
};

/** The numbers that a value may be; empty where it may be something else. */
function ranksIn(value: Term): readonly number[] {
  if (value.kind !== "operation") return [];
  const all = value.operator === RANKED ? value.parts.slice(1) : value.operator === "?:" ? alternatives(value) : [];
  const numbers = all.flatMap((one) => (one.kind === "literal" && typeof one.value === "number" ? one.value : []));
  return numbers.length === all.length ? numbers : [];
}

function isText(term: Term): boolean {
  return term.kind === "text" || (term.kind === "literal" && typeof term.value === "string");
}

export function unary(
  linker: Linker,
  activation: Activation,
  expression: Expression & { readonly kind: "unary" },
): Term {
  const value = evaluate(linker, activation, expression.value);
  if (expression.operator === "++" || expression.operator === "--") {
    const changed = linker.terms.operation(expression.operator, [value]);
    if (expression.value.kind === "name" && expression.value.binding >= 0)
      activation.locals.set(expression.value.binding, changed);
    if (expression.value.kind === "member")
      assignPattern(linker, activation, { kind: "place", place: expression.value, at: expression.at }, changed);
    return value;
  }
  if (expression.operator === "!" && value.kind === "literal") return linker.terms.literal(!value.value);
  if (expression.operator === "-" && value.kind === "literal") return linker.terms.literal(-Number(value.value));
  if (expression.operator === "+") return value.kind === "literal" ? value : linker.terms.operation("number", [value]);
  if (expression.operator === "typeof") return typeOf(linker, value) ?? linker.terms.operation("typeof", [value]);
  return linker.terms.operation(expression.operator, [value]);
}
