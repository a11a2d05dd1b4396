/** Table names and lists of them. */
import { inner, type TokenRange } from "./token-range.ts";

/** First words of statements that can stand in parentheses. */
export const START = /^(?:select|insert|update|delete|replace|merge|with|truncate|values|table)$/;
const TABLE_LIST_END = new Set(
  "where group having order limit offset fetch for union intersect except returning set on using window values qualify connect output".split(
    " ",
  ),
);
const NOT_AN_ALIAS = new Set([
  ...TABLE_LIST_END,
  ..."as inner left right full cross natural join straight_join lateral default select with when do tablesample force use ignore".split(
    " ",
  ),
]);

export interface TableName {
  /** Undefined for a hole. */
  readonly name: string | undefined;
  /** What the statement calls it: `FROM orders o`. */
  readonly alias?: string;
  /** It stands behind a JOIN. */
  readonly joined?: true;
  readonly after: number;
}

/** A table name: `orders`, `public.orders`, `"Order"`; undefined where there is none (a sub-select, a function). */
export function tableAt(range: TokenRange, from: number): TableName | undefined {
  let position = from;
  while (/^(?:only|lateral|ignore|into)$/.test(range.word(position) ?? "")) position++;
  if (range.token(position)?.kind === "hole") return { name: undefined, after: position + 1 };
  let name = range.identifier(position);
  if (name === undefined) return undefined;
  while (range.symbol(position + 1) === ".") {
    position += 2;
    const part = range.identifier(position);
    if (part === undefined) return { name: undefined, after: position + 1 };
    name = part;
  }
  return { name, after: position + 1 };
}

/** Tables of `FROM a, b x JOIN c ON …`. */
export function tableList(range: TokenRange, from: number): readonly TableName[] {
  const tables: TableName[] = [];
  let expected = true;
  let joins = false;
  for (let position = from; position < range.end; ) {
    const word = range.word(position);
    const symbol = range.symbol(position);
    if (symbol === "(") {
      // A sub-select or a group of joins: read by nested(); a plain group is read here.
      if (expected && !START.test(range.word(position + 1) ?? ""))
        tables.push(...tableList(inner(range, position), position + 1));
      position = range.close(position) + 1;
      expected = false;
    } else if (symbol === ")") {
      break;
    } else if (symbol === "," || word === "join" || word === "straight_join" || word === "apply") {
      expected = true;
      joins = symbol !== ",";
      position++;
    } else if (word === "on" || word === "using") {
      expected = false;
      position++;
    } else if (word !== undefined && TABLE_LIST_END.has(word)) {
      break;
    } else if (expected) {
      const table = tableAt(range, position);
      if (!table) {
        position++;
        continue;
      }
      position = table.after;
      const isFunction = range.symbol(position) === "(";
      if (range.word(position) === "as") position++;
      const next = range.word(position) ?? range.identifier(position);
      const alias = next !== undefined && !NOT_AN_ALIAS.has(next) ? next : undefined;
      if (alias !== undefined) position++;
      if (!isFunction)
        tables.push({ ...table, ...(alias !== undefined && { alias }), ...(joins && { joined: true as const }) });
      expected = false;
    } else {
      position++;
    }
  }
  return tables;
}

export function named(tables: readonly TableName[], outer: ReadonlySet<string>): readonly (string | undefined)[] {
  return tables.filter(({ name }) => name === undefined || !outer.has(name)).map(({ name }) => name);
}
