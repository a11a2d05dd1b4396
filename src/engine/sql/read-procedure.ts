/**
 * Reads the body of a function that the database holds: what its statements do, in order.
 *
 * PL/pgSQL and plain SQL. Of the control flow only that is read which stops a repeat: what comes after a claim (an insert
 * that may conflict, then `IF NOT FOUND THEN RETURN`), after a look for what is there already, or after a state.
 */
import { readSql } from "./read-sql.ts";
import type { SqlEffect } from "./sql-statement.ts";
import { spans, splitAt, type TokenRange } from "./token-range.ts";
import { tokenizeSql } from "./tokenize-sql.ts";

/** A function as a migration makes it. */
export interface SqlProcedure {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: string;
}

/**
 * What `CREATE [OR REPLACE] FUNCTION|PROCEDURE name(…) … AS $$ body $$` makes, or with MySQL's `BEGIN body END`, where
 * `text` is the whole statement; undefined for any other statement.
 */
export function procedureOf(statement: TokenRange, text?: string): SqlProcedure | undefined {
  if (statement.word(statement.start) !== "create") return undefined;
  const words = Array.from({ length: 8 }, (_, distance) => statement.word(statement.start + distance + 1) ?? "");
  const kind = words.findIndex((word) => word === "function" || word === "procedure");
  if (kind < 0) return undefined;
  let at = statement.start + kind + 2;
  while (statement.symbol(at + 1) === ".") at += 2;
  const name = statement.identifier(at);
  if (name === undefined || statement.symbol(at + 1) !== "(") return undefined;
  const close = statement.close(at + 1);
  const parameters = splitAt(statement.slice(at + 2, close), ",").flatMap((part) => {
    const first = /^(?:in|out|inout|variadic)$/.test(part.word(part.start) ?? "") ? part.start + 1 : part.start;
    return part.identifier(first) ?? [];
  });
  let body: string | undefined;
  for (let position = close; position < statement.end; position++) {
    const token = statement.token(position);
    if (token?.kind === "string" && statement.word(position - 1) === "as") body = token.value;
  }
  const begin = text === undefined ? undefined : statement.from(close).positions("begin")[0];
  body ??= begin === undefined ? undefined : text?.slice(statement.token(begin)?.at);
  return body === undefined ? undefined : { name, parameters, body };
}

/** What its statements do; its parameters are named ones (`:p_id`). */
export function readProcedure({ parameters, body }: SqlProcedure): readonly SqlEffect[] {
  const text = withParameters(body, parameters);
  const found: SqlEffect[] = [];
  const blocks: Asked[] = [];
  let isOnce = false;
  let claimed = false;
  for (const part of splitAt(spans(tokenizeSql(text)), ";")) {
    const range = pastControl(part, (word, test) => {
      if (word === "else") blocks.push(otherwise(blocks.pop()));
      if (word === "elsif") blocks.pop();
      if (word === "if" || word === "elsif") blocks.push(askedBy(test, claimed));
    });
    const word = range.word(range.start) ?? "";
    if (word === "end" && range.word(range.start + 1) === "if") blocks.pop();
    if (/^(?:return|raise)$/.test(word) && blocks.some((block) => block.isRepeat)) isOnce = true;
    if (!DOES.test(word)) continue;
    const effects = effectsOf(range, text);
    claimed = effects.some((one) => one.conflict !== undefined || leavesState(one));
    const once = isOnce || blocks.some((block) => block.isFirst);
    found.push(...effects.map((one) => (once && one.access === "write" ? { ...one, follows: true } : one)));
  }
  return found;
}

const DOES = /^(?:select|insert|update|delete|with|perform)$/;

function effectsOf(range: TokenRange, text: string): readonly SqlEffect[] {
  const from = range.token(range.start)?.at ?? 0;
  const last = range.token(range.end - 1)?.at ?? from;
  const end = text.indexOf(";", last);
  const source = text.slice(from, end < 0 ? undefined : end).replace(/^perform\b/i, "select");
  return readSql(source).flatMap((statement) => statement.effects);
}

/** What is known behind `IF test THEN`. */
interface Asked {
  /** It was done before: who leaves here stops a repeat. */
  readonly isRepeat: boolean;
  /** It was not done before: what stands here is done once. */
  readonly isFirst: boolean;
}

function otherwise(asked: Asked | undefined): Asked {
  return { isRepeat: asked?.isFirst ?? false, isFirst: asked?.isRepeat ?? false };
}

/** `claimed`: the statement ahead of it does something only once, and `FOUND` tells whether it did. */
function askedBy(test: TokenRange, claimed: boolean): Asked {
  const denied = test.word(test.start) === "not";
  const first = denied ? test.start + 1 : test.start;
  const asked = (isRepeat: boolean): Asked => ({ isRepeat, isFirst: !isRepeat });
  if (test.word(first) === "exists") return asked(!denied);
  const nothing = test.positions("null").find((at) => test.word(at - 1) === "is" || test.word(at - 2) === "is");
  const isFound = test.word(first) === "found" || nothing !== undefined;
  const isThere = test.word(first) === "found" ? !denied : nothing !== undefined && test.word(nothing - 1) === "not";
  // What was looked up and is missing may as well be what the caller got wrong.
  if (isFound) return claimed ? asked(!isThere) : { isRepeat: isThere, isFirst: !isThere };
  // `IF v_status = 'paid' THEN`: a state, and which of them is the later one only who writes it knows.
  const state = test.findSymbol(["=", "<>", "!="]) !== undefined && hasFixedValue(test);
  return { isRepeat: state, isFirst: state };
}

function hasFixedValue(test: TokenRange): boolean {
  for (let at = test.start; at < test.end; at++) {
    if (test.token(at)?.kind === "string" || /^(?:true|false)$/.test(test.word(at) ?? "")) return true;
  }
  return false;
}

/** `UPDATE … SET status = 'paid' WHERE status = 'open'`. */
function leavesState({ operation, values, where }: SqlEffect): boolean {
  if (operation === "delete") return true;
  return (
    operation === "set" &&
    where.some(
      ({ column, operator, value }) =>
        column !== undefined &&
        /^(?:=|is)$/.test(operator) &&
        value.kind === "literal" &&
        values.some((one) => one.column === column),
    )
  );
}

/** Past `BEGIN`, `IF … THEN`, `ELSE`, `FOR … LOOP`, `RETURN QUERY`: the statement that they lead to. */
function pastControl(part: TokenRange, visit: (word: string, test: TokenRange) => void): TokenRange {
  let range = part;
  for (;;) {
    const word = range.word(range.start);
    const opens = word === "if" || word === "elsif" ? "then" : word === "for" || word === "while" ? "loop" : undefined;
    const opened = opens && range.positions(opens)[0];
    if (word !== undefined && opened !== undefined) {
      visit(word, range.slice(range.start + 1, opened));
      range = range.from(opened + 1);
    } else if (word === "begin" || word === "else" || word === "loop") {
      visit(word, range.slice(range.start, range.start));
      range = range.from(range.start + 1);
    } else if (word === "return" && range.word(range.start + 1) === "query") range = range.from(range.start + 2);
    else return range;
  }
}

/** `p_id` as `:p_id`: only names that no column has, by the usual prefixes and suffixes. */
function withParameters(body: string, parameters: readonly string[]): string {
  const names = parameters.filter((name) => /^(?:_+|p_|v_|in_|arg_|param_|new_)\w|_(?:in|input|param|arg)$/.test(name));
  if (names.length === 0) return body;
  return body.replace(
    new RegExp(`(?<![\\w.:'"])(?:${names.join("|")})(?![\\w'"])`, "gi"),
    (name) => `:${name.toLowerCase()}`,
  );
}
