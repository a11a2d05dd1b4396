/** Secrets by name in text that is no code: lines of configuration, comments, pairs inside of literals, commands, rows. */

import { commandValues } from "./command-values.ts";
import { kubernetesSecrets, type NamedValue, namedValues, pgpass } from "./data-files.ts";
import { addConnection } from "./find-by-form.ts";
import { urlLogin } from "./forms/connection-strings.ts";
import { judgeNamed } from "./judge/judge-named.ts";
import { strength } from "./judge/shape.ts";
import { listBelow } from "./listed-values.ts";
import type { Draft, Search } from "./search.ts";
import { insertedValues } from "./sql-rows.ts";
import { TOKEN, type Tokens } from "./tokens/lexer.ts";

export function findInComments(search: Search, tokens: Tokens, hits: readonly number[]): void {
  const { comments } = tokens;
  if (comments.length === 0) return;
  let last = -1;
  for (const hit of hits) {
    const comment = commentAt(comments, hit);
    if (comment < 0) continue;
    const lineStart = Math.max(search.text.lastIndexOf("\n", hit - 1) + 1, comments[comment] as number);
    if (lineStart === last) continue;
    last = lineStart;
    const newline = search.text.indexOf("\n", lineStart);
    const lineEnd = Math.min(newline < 0 ? search.text.length : newline, comments[comment + 1] as number);
    if (isSampleOfApi(search.text, comments[comment] as number, lineStart, lineEnd)) continue;
    for (const found of namedValues(search.text, "shell", lineStart, lineEnd)) judgeNamed(search, found, "comment");
  }
}

/** A comment that describes an API, or shows what it answers: `{"access_token":"…","expires_in":3600}`. */
function isSampleOfApi(text: string, commentStart: number, lineStart: number, lineEnd: number): boolean {
  return (
    (text.startsWith("/**", commentStart) && isInExample(text, commentStart, lineStart, lineEnd)) ||
    /@(?:swagger|openapi|apiExample|apiSuccess\w*|apiParam\w*)\b/.test(text.slice(commentStart, commentStart + 400)) ||
    /["'](?:expires_in|token_type)["']/.test(text.slice(lineStart, lineEnd))
  );
}

/** What follows `@example`, up to the next tag; `@Injectable()` in it is code. https://jsdoc.app/tags-example */
function isInExample(text: string, commentStart: number, lineStart: number, lineEnd: number): boolean {
  const last = [...text.slice(commentStart, lineStart).matchAll(/[\s*]@example\b/g)].at(-1);
  if (last === undefined) return false;
  return !/^[ \t]*(?:\*[ \t]*)?@[a-z]\w*(?![\w(])/m.test(
    text.slice(commentStart + last.index + last[0].length, lineEnd),
  );
}

/** `JSON.parse('{"apiKey":"…"}')`, `` `API_KEY=…` ``: pairs inside of a literal. */
export function findInLiterals(search: Search, tokens: Tokens, hits: readonly number[]): void {
  let last = -1;
  for (const hit of hits) {
    const index = tokenAt(tokens, hit - 1);
    const kind = tokens.kind[index];
    if (
      kind !== TOKEN.string &&
      kind !== TOKEN.template &&
      kind !== TOKEN.templateMiddle &&
      kind !== TOKEN.templateTail
    )
      continue;
    const tokenStart = (tokens.start[index] as number) + 1;
    const start = Math.max(tokenStart, search.text.lastIndexOf("\n", hit - 1) + 1);
    if (start === last) continue;
    last = start;
    const end = Math.min((tokens.end[index] as number) - 1, endOfLine(search.text, start));
    if (end - start < 20 || end - start > 4000 || !PAIR.test(search.text.slice(hit, end))) continue;
    for (const found of namedValues(search.text, "shell", start, end)) {
      const plain = firstParameter(found);
      if (plain.end <= end && strength(plain.value) === "strong") judgeNamed(search, plain, "code");
    }
  }
}

/** `?key=${key}&token=…&lists=open`: the value ends where the next parameter begins, or an escape. */
function firstParameter(found: NamedValue): NamedValue {
  const end = found.value.search(/[&\\]/);
  if (end < 0 || found.value.length !== found.end - found.start) return found;
  return { ...found, value: found.value.slice(0, end), end: found.start + end };
}

const PAIR = /^\w{0,40}\\?["']?\s{0,2}[:=]\s{0,2}\\?["']?[\w+/=.~-]{12}/;

/** The token that holds an offset, or the one before it. */
function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.kind.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tokens.start[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A JSON Web Token in a comment shows what an answer looks like, unless code that has it was commented out. */
export function dropSamples(search: Search, tokens: Tokens): void {
  for (let index = search.drafts.length - 1; index >= 0; index--) {
    const draft = search.drafts[index] as Draft;
    if (draft.provider !== "jwt") continue;
    const comment = commentAt(tokens.comments, draft.start);
    if (comment >= 0 && !isCommentedCode(search.text, tokens.comments[comment] as number, draft.start))
      search.drafts.splice(index, 1);
  }
}

/** `// const token = "eyJ…";`, `// token: "eyJ…",` `// acme api key: eyJ…`; `{ "token": "eyJ…" }` is an answer. */
function isCommentedCode(text: string, comment: number, at: number): boolean {
  if (text.startsWith("/**", comment)) return false;
  const line = text.slice(Math.max(comment, text.lastIndexOf("\n", at - 1) + 1, at - 160), at);
  return !EXAMPLE.test(line) && (ASSIGNED.test(line) || NAMED_KEY.test(line));
}

/** Code gives it to something: a variable, an option without quotes, a call. */
const ASSIGNED = /(?:[\w$\]]\s?=|[\w$]\(|(?:^|[\s,{])\w{2,40}:)\s?["'`](?:Bearer |Token |JWT )?$/i;

/** The key of somebody's service: what that service answers is called `token`. */
const NAMED_KEY = /[a-z\d][ _-](?:api|secret|service)[ _-]?(?:key|token)\s?[:=]\s?$/i;

const EXAMPLE = /\b(?:e\.g|example|sample|returns?|response|answers?|like|looks)\b/i;

function commentAt(comments: readonly number[], offset: number): number {
  let low = 0;
  let high = comments.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (offset < (comments[middle * 2] as number)) high = middle - 1;
    else if (offset > (comments[middle * 2 + 1] as number)) low = middle + 1;
    else return middle * 2;
  }
  return -1;
}

export function findInLines(search: Search, hits: readonly number[]): void {
  if (search.kind === "key") return;
  if (search.path.endsWith(".pgpass")) for (const found of pgpass(search.text)) judgeNamed(search, found, "config");
  let last = -1;
  for (const hit of hits) {
    let lineStart = search.text.lastIndexOf("\n", hit - 1) + 1;
    if (lineStart === last) continue;
    last = lineStart;
    let lineEnd = endOfLine(search.text, lineStart);
    for (const found of namedValues(search.text, search.kind, lineStart, lineEnd))
      judgeNamed(search, found, search.kind === "text" ? "code" : "config");
    for (const found of listBelow(search.text, search.kind, lineStart, lineEnd)) judgeNamed(search, found, "config");
    // `- name: DB_PASSWORD` with its value on the next line; a Terraform variable with its default.
    for (let step = 0; step < 3; step++) {
      lineStart = lineEnd + 1;
      lineEnd = endOfLine(search.text, lineStart);
      if (
        !/^\s*["']?(?:value|default)["']?\s*[:=]/.test(search.text.slice(lineStart, Math.min(lineEnd, lineStart + 80)))
      )
        continue;
      for (const found of namedValues(search.text, search.kind, lineStart, lineEnd))
        judgeNamed(search, found, "config");
      break;
    }
  }
  if (hits.length > 0 && search.path.endsWith(".sql"))
    for (const found of insertedValues(search.text)) judgeNamed(search, found, "code");
  if (search.kind !== "yaml") return;
  for (const found of kubernetesSecrets(search.text)) {
    if (!findDecodedLogin(search, found)) judgeNamed(search, found, "config");
  }
}

/** A connection string that stands there in base64. */
function findDecodedLogin(search: Search, { value, start, end }: NamedValue): boolean {
  const login = value.includes("://") ? urlLogin(value, value.indexOf("://")) : undefined;
  if (login === undefined || search.text.startsWith(value, start)) return false;
  addConnection(search, { ...login, start, end });
  return true;
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

export function findInCommands(search: Search, hits: readonly number[]): void {
  let last = -1;
  for (const hit of hits) {
    const lineStart = search.text.lastIndexOf("\n", hit - 1) + 1;
    if (lineStart < last) continue;
    last = endOfCommand(search.text, lineStart);
    for (const found of commandValues(search.text, lineStart, last)) judgeNamed(search, found, "config");
  }
}

/** The end of the line, or of those that it goes on in: `curl … \`. */
function endOfCommand(text: string, from: number): number {
  let end = endOfLine(text, from);
  while (text[end - 1] === "\\" && end - from < 4000 && end < text.length) end = endOfLine(text, end + 1);
  return end;
}
