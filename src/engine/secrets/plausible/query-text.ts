/** Texts of queries: what they call `password` or `token` is a column, and what they compare it with is a parameter. */
import { isWordlike, randomLooking } from "../judge/shape.ts";

const STATEMENT =
  /\b(?:insert\s+(?:or\s+\w+\s+|ignore\s+)?into\s|update\s+\S+\s+(?:as\s+\S+\s+|\w+\s+)?set\s|delete\s+from\s|merge\s+into\s|(?:create|alter|drop)\s+(?:table|index|unique|type|view)\b|with\s+(?:recursive\s+)?\S+\s+as\s*\()/i;

/** A statement of SQL, also with holes where a template has its values. */
export function isQuery(text: string): boolean {
  if (text.length < 12 || !/\s/.test(text)) return false;
  const select = text.search(/\bselect\s/i);
  return (select >= 0 && /\sfrom\s/i.test(text.slice(select))) || STATEMENT.test(text);
}

/** A column or an operator that a query builder is given: `select("tokens.secret")`, `where("secret", "NOT LIKE", "%:%")`. */
export function isPartOfQuery(value: string, names: readonly string[]): boolean {
  if (OPERATOR.test(value)) return true;
  return COLUMN.test(value) && names.some((name) => TAKES_COLUMNS.test(name));
}

const OPERATOR = /^(?:(?:not )?(?:i?like|in|between|regexp)|is(?: not)?|[<>=!]+)$/i;

const COLUMN = /^[a-z_]+(?:\.[a-z_]+)?(?:\s+as\s+\w+)?$/i;

const TAKES_COLUMNS =
  /(?:^|\.)(?:(?:add)?select|columns?|(?:(?:left|right|inner|outer|full|cross)(?:outer)?)?join(?:raw)?|groupby|orderby|returning|pluck|count(?:distinct)?|distinct|first|table|foreign|references|unique|index)#\d+$|(?:^|\.)(?:and|or)?where(?:not)?(?:null|in)?#0$/i;

/** One of its own texts may be a secret: what it is compared with or set to by name, or what looks like chance. */
export function quotesSecret(query: string): boolean {
  for (const [before, quote, text] of quotedIn(query)) {
    // In double quotes most databases write names: of columns, of constraints.
    if (quote === '"' && /^[\w-]+$/.test(text)) continue;
    if (text.length >= 3 && NAMES_SECRET.test(before)) return true;
    if (text.length >= 16 && /^(?=.*\d)[^\s/]+$/.test(text) && !isWordlike(text) && randomLooking(text)) return true;
  }
  return false;
}

const NAMES_SECRET =
  /(?:key|token|secret|passw(?:or)?d|pwd|auth|identified\s+by)["`\]]?\s*(?:=|:=|<>|!=|as|like)?\s*E?$/i;

/** Each quoted text, with what stands before it. */
function* quotedIn(query: string): Generator<readonly [before: string, quote: string, text: string]> {
  for (const found of query.matchAll(/'([^']*)'|"([^"]*)"/g))
    yield [query.slice(Math.max(0, found.index - 60), found.index), found[0][0] ?? "", found[1] ?? found[2] ?? ""];
}
