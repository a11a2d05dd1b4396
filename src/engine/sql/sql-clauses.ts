/** What stands in clauses of SQL: conditions and values. */
import type { SqlCondition, SqlValue } from "./sql-statement.ts";
import { inner, splitAt, type TokenRange } from "./token-range.ts";

const CLAUSE_ENDS = [
  "group",
  "having",
  "order",
  "limit",
  "offset",
  "fetch",
  "for",
  "union",
  "intersect",
  "except",
  "returning",
  "window",
  "when",
];

/** Conditions joined by AND after `WHERE` (or another word), with those of join conditions and sub-selects. */
export function conditions(
  range: TokenRange,
  keyword = "where",
): { readonly where: readonly SqlCondition[]; readonly partial: boolean } {
  const where: SqlCondition[] = [];
  let partial = false;
  const starts =
    keyword === "where" ? [...range.positions("where"), ...range.positions("on")] : range.positions(keyword);
  for (const start of starts) {
    if (keyword === "where" && /^(?:conflict|duplicate|constraint)$/.test(range.word(start + 1) ?? "")) continue;
    const ends =
      range.word(start) === "on"
        ? [...CLAUSE_ENDS, "where", "join", "left", "right", "inner", "full", "cross", "set", "on"]
        : CLAUSE_ENDS;
    readConditions(range.slice(start + 1, range.clauseEnd(start + 1, ends)));
  }
  return { where, partial };

  function readConditions(part: TokenRange) {
    if (part.positions("or").length > 0) {
      partial = true;
      where.push({ column: undefined, operator: "?", value: readValue(part) });
      return;
    }
    for (const term of splitAtAnd(part)) {
      if (term.symbol(term.start) === "(" && term.close(term.start) === term.end - 1) {
        readConditions(inner(term, term.start));
      } else {
        readCondition(term);
      }
    }
  }

  function readCondition(term: TokenRange) {
    const first = term.token(term.start);
    if (first?.kind === "hole" && term.end === term.start + 1) {
      partial = true;
      where.push({ column: undefined, operator: "?", value: readValue(term) });
      return;
    }
    for (let at = term.start; at < term.end; at++) {
      const word = term.symbol(at) === "(" ? term.word(at + 1) : undefined;
      if (word !== "select" && word !== "with") continue;
      where.push(...conditions(inner(term, at)).where);
      at = term.close(at);
    }
    const operatorAt = operatorOf(term);
    if (operatorAt === undefined) {
      const column = columnOf(term);
      where.push({ column, operator: term.word(term.start) === "exists" ? "exists" : "?", value: readValue(term) });
      return;
    }
    const { at, length, operator } = operatorAt;
    const left = term.slice(term.start, at);
    const right = term.slice(at + length, term.end);
    const columns = columnOf(left);
    // Row values: (a, b) = ($1, $2)
    const leftParts = left.symbol(left.start) === "(" ? splitAt(inner(left, left.start), ",") : undefined;
    if (leftParts && leftParts.length > 1 && right.symbol(right.start) === "(") {
      const rightParts = splitAt(inner(right, right.start), ",");
      leftParts.forEach((one, index) => {
        where.push({ column: columnOf(one), operator, value: readValue(rightParts[index] ?? right) });
      });
    } else if (columns !== undefined) {
      where.push({ column: columns, operator, value: readValue(right) });
      const other = columnOf(right);
      if (other !== undefined && operator === "=") where.push({ column: other, operator, value: readValue(left) });
    } else {
      where.push({ column: columnOf(right), operator, value: readValue(left) });
    }
  }
}

/** Parts between AND, minding `BETWEEN a AND b`. */
export function splitAtAnd(range: TokenRange): readonly TokenRange[] {
  const parts: TokenRange[] = [];
  let start = range.start;
  let between = false;
  for (let at = range.start; at < range.end; at++) {
    if (range.symbol(at) === "(") at = range.close(at);
    else if (range.word(at) === "between") between = true;
    else if (range.word(at) === "and") {
      if (!between) {
        parts.push(range.slice(start, at));
        start = at + 1;
      }
      between = false;
    }
  }
  parts.push(range.slice(start, range.end));
  return parts.filter((part) => part.end > part.start);
}

const COMPARISONS = new Set(["=", "<>", "!=", "<", ">", "<=", ">=", "<=>", "@>", "<@", "&&"]);

/** The comparison of a condition: `=`, `in`, `not in`, `is`, `is not`, `like`, `between` … */
function operatorOf(
  term: TokenRange,
): { readonly at: number; readonly length: number; readonly operator: string } | undefined {
  for (let at = term.start; at < term.end; at++) {
    const symbol = term.symbol(at);
    if (symbol === "(") {
      at = term.close(at);
      continue;
    }
    if (symbol !== undefined && COMPARISONS.has(symbol)) {
      const operator = symbol === "!=" ? "<>" : symbol;
      // = ANY($1) is IN
      return term.word(at + 1) === "any" ? { at, length: 2, operator: "in" } : { at, length: 1, operator };
    }
    const word = term.word(at);
    if (word === "is") {
      const length = term.word(at + 1) === "not" ? 2 : 1;
      if (term.word(at + length) === "distinct") return { at, length: length + 2, operator: length === 1 ? "<>" : "=" };
      return { at, length, operator: length === 1 ? "is" : "is not" };
    }
    if (word === "not" && /^(?:in|like|ilike|between|similar)$/.test(term.word(at + 1) ?? "")) {
      return { at, length: 2, operator: `not ${term.word(at + 1)}` };
    }
    if (word !== undefined && /^(?:in|like|ilike|between|similar|regexp|rlike|match)$/.test(word)) {
      return { at, length: 1, operator: word };
    }
  }
  return undefined;
}

/** The column a side of a comparison names: `id`, `o.id`, `lower(email)`, `id::text`. */
function columnOf(side: TokenRange): string | undefined {
  let range = withoutCast(side);
  if (range.word(range.start) === "not") range = range.from(range.start + 1);
  if (range.symbol(range.start) === "(" && range.close(range.start) === range.end - 1)
    return columnOf(inner(range, range.start));
  if (range.symbol(range.start + 1) === "(" && range.close(range.start + 1) === range.end - 1) {
    const name = range.word(range.start);
    return name !== undefined && /^(?:lower|upper|trim|date|cast|coalesce|binary)$/.test(name)
      ? columnOf(splitAt(inner(range, range.start + 1), ",")[0]?.slice(range.start, range.end) ?? range.slice(0, 0))
      : undefined;
  }
  let at = range.start;
  while (range.identifier(at) !== undefined && range.symbol(at + 1) === ".") at += 2;
  const name = range.identifier(at);
  const next = range.symbol(at + 1);
  const ends = at === range.end - 1 || next === "->" || next === "->>" || range.word(at + 1) === "as";
  return name !== undefined && ends && !(range.token(at)?.kind === "word" && VALUE_WORDS.has(name)) ? name : undefined;
}

/** `x::type` as `x`. */
function withoutCast(range: TokenRange): TokenRange {
  const cast = range.findSymbol(["::"]);
  return cast === undefined ? range : range.slice(range.start, cast);
}

const VALUE_WORDS = new Set([
  "null",
  "true",
  "false",
  "default",
  "now",
  "current_timestamp",
  "current_date",
  "current_time",
  "localtimestamp",
  "sysdate",
]);
const TIME =
  /^(?:now|current_timestamp|current_date|current_time|localtimestamp|sysdate|getdate|clock_timestamp|unix_timestamp|statement_timestamp)$/;
const RANDOM =
  /^(?:gen_random_uuid|uuid_generate_v[14](?:mc)?|uuid|newid|newsequentialid|random|rand|gen_random_bytes|nextval|uuidv7|randomblob)$/;
/** Words of expressions that are no columns. */
const EXPRESSION_WORDS = new Set(
  "and or not in is like ilike between exists any all some as case when then else end distinct interval at time zone from asc desc array row cast over partition by order select where".split(
    " ",
  ),
);

/** What a value expression is. */
export function readValue(whole: TokenRange): SqlValue {
  const range = withoutCast(whole);
  const first = range.token(range.start);
  const single = range.end === range.start + 1;
  if (single && first) {
    if (first.kind === "parameter") return { kind: "parameter", parameter: first.value };
    if (first.kind === "hole") return { kind: "hole", hole: first.value };
    if (first.kind === "string" || first.kind === "number") return { kind: "literal", value: first.value };
    if (first.kind === "word" && first.value === "null") return { kind: "literal", value: null };
    if (first.kind === "word" && /^(?:true|false)$/.test(first.value))
      return { kind: "literal", value: first.value === "true" };
  }
  if (first?.kind === "word") {
    const call = single || (range.symbol(range.start + 1) === "(" && range.close(range.start + 1) === range.end - 1);
    if (call && TIME.test(first.value)) return { kind: "generated", how: "time" };
    if (call && RANDOM.test(first.value)) return { kind: "generated", how: "random" };
    if (!single && call && /^(?:lower|upper|trim|coalesce)$/.test(first.value)) {
      const parts = splitAt(inner(range, range.start + 1), ",");
      if (parts.length === 1 && parts[0]) return readValue(parts[0]);
    }
    if (call && first.value === "cast" && !single) {
      const group = inner(range, range.start + 1);
      return readValue(group.slice(group.start, group.clauseEnd(group.start, ["as"])));
    }
  }
  if (first?.kind === "symbol" && first.value === "(" && range.close(range.start) === range.end - 1) {
    const group = inner(range, range.start);
    if (splitAt(group, ",").length === 1) return readValue(group);
  }
  const columns: string[] = [];
  const parameters: (number | string)[] = [];
  const holes: number[] = [];
  for (let at = range.start; at < range.end; at++) {
    const token = range.token(at);
    const name = range.identifier(at);
    if (token?.kind === "parameter") parameters.push(token.value);
    else if (token?.kind === "hole") holes.push(token.value);
    else if (name !== undefined && range.symbol(at + 1) !== "(" && range.symbol(at + 1) !== ".") {
      if (token?.kind === "name" || !(EXPRESSION_WORDS.has(name) || VALUE_WORDS.has(name))) columns.push(name);
    }
  }
  return { kind: "expression", columns, parameters, holes };
}
