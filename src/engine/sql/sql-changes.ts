/** Assignments of `SET`, and what doing them twice does. */
import { readValue, splitAtAnd } from "./sql-clauses.ts";
import type { SqlAssignment, SqlOperation } from "./sql-statement.ts";
import { inner, splitAt, type TokenRange } from "./token-range.ts";

/**
 * `a = $1, n = n + 1`, up to the next clause. `compared` are columns the condition fixes by `=`, an optimistic lock; `lists`
 * those that get longer only where what is added is not in them.
 */
export function assignments(
  range: TokenRange,
  from: number,
  after: number,
  compared: ReadonlySet<string>,
  lists: ReadonlySet<string> = new Set(),
): { readonly values: readonly SqlAssignment[]; readonly operation: SqlOperation } {
  const end = range.clauseEnd(Math.max(from, after), ["where", "from", "returning", "on", "limit", "order", "output"]);
  const values: SqlAssignment[] = [];
  let operation: SqlOperation = "set";
  const rank = (next: SqlOperation) => {
    const order: readonly SqlOperation[] = ["set", "append", "toggle", "increment"];
    if (order.indexOf(next) > order.indexOf(operation)) operation = next;
  };
  for (const part of splitAt(range.slice(from, end), ",")) {
    const equals = part.findSymbol(["=", ":="]);
    if (equals === undefined) {
      if (part.end > part.start) values.push({ column: undefined, value: readValue(part) });
      continue;
    }
    const right = part.slice(equals + 1, part.end);
    const column = part.identifier(equals - 1);
    values.push({ column, value: readValue(right) });
    if (column === undefined || compared.has(column)) continue;
    const change = changeOf(column, right, range);
    if (change !== "append" || !lists.has(column)) rank(change);
  }
  return { values, operation };
}

/** Lists of which the condition asks that something is not in them yet: `NOT (tags @> $1)`, `$1 <> ALL(tags)`. */
export function listsWithout(statement: TokenRange): ReadonlySet<string> {
  const at = statement.positions("where")[0];
  if (at === undefined) return new Set();
  const clause = statement.slice(at + 1, statement.clauseEnd(at + 1, ["returning", "order", "limit"]));
  if (clause.positions("or").length > 0) return new Set();
  const denied = splitAtAnd(clause).flatMap((term) => deniedSearch(term) ?? []);
  return new Set(denied.flatMap((term) => identifiersIn(term)));
}

/** The part of the condition that says that something is not in a list. */
function deniedSearch(term: TokenRange): TokenRange | undefined {
  if (term.word(term.start) !== "not")
    return some(term, (at) => /^(?:<>|!=)$/.test(term.symbol(at) ?? "") && term.word(at + 1) === "all")
      ? term
      : undefined;
  const open = term.start + 1;
  const denied = term.symbol(open) === "(" && term.close(open) === term.end - 1 ? inner(term, open) : term.from(open);
  // `NOT (a AND b)` lets rows through that have one of them.
  if (denied.positions("and").length > 0 || denied.positions("select").length > 0) return undefined;
  return some(denied, (at) => denied.symbol(at) === "@>" || denied.word(at) === "any") ? denied : undefined;
}

function identifiersIn(range: TokenRange): readonly string[] {
  const names: string[] = [];
  for (let at = range.start; at < range.end; at++) {
    const name = range.identifier(at);
    if (name !== undefined) names.push(name);
  }
  return names;
}

function some(range: TokenRange, is: (at: number) => boolean): boolean {
  for (let at = range.start; at < range.end; at++) if (is(at)) return true;
  return false;
}

/** What `column = right` does when it is done twice, in a statement. */
function changeOf(column: string, right: TokenRange, statement: TokenRange): SqlOperation {
  if (mergesKeys(column, right, statement)) return "set";
  const mentions: number[] = [];
  for (let at = right.start; at < right.end; at++) {
    if (right.identifier(at) === column && right.symbol(at + 1) !== "(" && right.symbol(at + 1) !== ".")
      mentions.push(at);
  }
  for (const at of mentions) {
    let first = at;
    while (right.symbol(first - 1) === "." && right.identifier(first - 2) !== undefined) first -= 2;
    // orders.n or EXCLUDED.n: the row's own column, or the value that was to be inserted.
    if (right.identifier(first) === "excluded" || right.identifier(first) === "new") continue;
    const before = right.symbol(first - 1) ?? right.word(first - 1);
    const next = right.symbol(at + 1);
    if (before === "not") return "toggle";
    if (next === "||" || before === "||") return "append";
    if (
      /^(?:array_append|array_cat|array_prepend|json_array_append|jsonb_insert|concat|json_array_insert)$/.test(
        right.callee(at) ?? "",
      )
    ) {
      return "append";
    }
    if (before === "-" && right.token(first - 2)?.kind === "number") return "toggle";
    // COALESCE(n, 0) + 1
    const outside = right.callee(at) === "coalesce" || right.callee(at) === "ifnull" ? right.groupOf(at) : undefined;
    const beforeGroup = outside === undefined ? before : right.symbol(outside.open - 2);
    const afterGroup = outside === undefined ? next : right.symbol(outside.close + 1);
    if (afterGroup === "||" || beforeGroup === "||") return "append";
    if (/^[+\-*]$/.test(afterGroup ?? "") || /^[+*]$/.test(beforeGroup ?? "")) return "increment";
  }
  return "set";
}

/** Keys of a JSON value are set (`settings || $1::jsonb`) or taken out (`settings - 'theme'`); a list gets longer. */
function mergesKeys(column: string, right: TokenRange, statement: TokenRange): boolean {
  if (some(right, (at) => LISTS.test(right.word(at) ?? "") || /^\s*\[/.test(textAt(right, at) ?? ""))) return false;
  if (some(right, (at) => right.symbol(at) === "||"))
    return some(right, (at) => OBJECTS.test(right.word(at) ?? "") || /^\s*\{/.test(textAt(right, at) ?? ""));
  // What is taken out is a name, or the column is asked for its keys elsewhere in the statement.
  return some(
    right,
    (at) =>
      right.symbol(at) === "-" &&
      (textAt(right, at + 1) !== undefined ||
        some(right, (cast) => right.symbol(cast) === "::" && /^(?:text|varchar)$/.test(right.word(cast + 1) ?? "")) ||
        some(
          statement,
          (one) => statement.identifier(one) === column && /^(?:->>?|#>>?|@>)$/.test(statement.symbol(one + 1) ?? ""),
        )),
  );
}

const LISTS = /^(?:array|jsonb_build_array|json_build_array|jsonb_insert)$/;
const OBJECTS = /^(?:jsonb|json|hstore|jsonb_build_object|json_build_object|jsonb_object|json_object|to_jsonb)$/;

function textAt(range: TokenRange, at: number): string | undefined {
  const token = range.token(at);
  return token?.kind === "string" ? token.value : undefined;
}
