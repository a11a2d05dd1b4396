/**
 * Secrets written to a log: `console.log(process.env.STRIPE_SECRET_KEY)`, `logger.info({ password })`, all of
 * `process.env`; and those sent to the caller: `res.json({ key: process.env.JWT_SECRET })`.
 *
 * Only what stands in the call itself, whole: not its length, not whether it is set, not what a function makes of it.
 */

import { nameMeaning, snakeCase } from "./judge/secret-names.ts";
import { TOKEN, type Tokens } from "./tokens/lexer.ts";
import { chainStart, chainText, tokenText } from "./tokens/token-chains.ts";

export interface LoggedSecret {
  readonly start: number;
  readonly end: number;
  /** As written: `process.env.JWT_SECRET`. */
  readonly text: string;
  /** The call: `console.log`. */
  readonly sink: string;
  /** It is an answer, or the message of an error. */
  readonly answered: boolean;
}

const LOGGERS =
  /^(?:console|logger|log|fastify\.log|request\.log|req\.log|app\.log|this\.logger|winston|pino|ctx\.log|server\.log)\.(?:log|info|debug|warn|error|trace|verbose|fatal|dir|silly|notice)$/;

/** What log calls of the file write. */
export function loggedSecrets(tokens: Tokens): readonly LoggedSecret[] {
  const found: LoggedSecret[] = [];
  const { text, kind, end } = tokens;
  for (let word = 0; word < kind.length; word++) {
    const open = word + 1;
    if (kind[word] !== TOKEN.word || text.charCodeAt(tokens.start[open] as number) !== 40) continue;
    const method = text.slice(tokens.start[word], end[word]);
    const answers = ANSWERING.has(method) || FAILING.test(method);
    if (!answers && !LOGGING.has(method)) continue;
    const start = chainStart(tokens, word);
    const sink = chainText(tokens, answers && tokenText(tokens, start - 1) === "new" ? start - 1 : start, word);
    const close = tokens.match[open] as number;
    if (close > open && (answers ? ANSWERS : LOGGERS).test(sink))
      found.push(...inCall(tokens, open, close, sink, answers));
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The call itself, or objects and `JSON.stringify` inside of it. */
function isPartOf(tokens: Tokens, part: number, call: number): boolean {
  let at = part;
  for (let level = 0; level < 5 && at > call; level++) {
    const text = tokenText(tokens, at);
    const isText = text === "(" && tokenText(tokens, at - 1) === "stringify";
    if (text !== "{" && !isText) return false;
    at = tokens.parent[at] as number;
  }
  return at === call;
}

/** Last names of calls that write to a log. */
const LOGGING: ReadonlySet<string> = new Set(
  "log info debug warn error trace verbose fatal dir silly notice".split(" "),
);

/** Last names of calls that answer, and what they are called on. */
const ANSWERING: ReadonlySet<string> = new Set(
  "json send jsonp write end text html body render Response Error".split(" "),
);
const FAILING = /\w(?:Error|Exception)$/;
const ANSWERS =
  /^(?:this\.)?(?:res|response|reply|ctx|c|context|h|NextResponse|Response)(?:\.\w+\(\))*\.(?:json|send|jsonp|write|end|text|html|body|render)$|^new (?:Next)?Response$|^(?:new )?\w*(?:Error|Exception)$/;

function inCall(tokens: Tokens, open: number, close: number, sink: string, answered: boolean): LoggedSecret[] {
  const found: LoggedSecret[] = [];
  for (let index = open + 1; index < close; index++) {
    const next = tokenText(tokens, index + 1);
    if (
      tokens.kind[index] !== TOKEN.word ||
      next === "." ||
      next === "?." ||
      next === "(" ||
      next === "[" ||
      next === ":" ||
      next === "=>"
    )
      continue;
    if (!isWholeValue(tokens, index, open)) continue;
    const start = chainStart(tokens, index);
    const text = chainText(tokens, start, index);
    if (tokens.kind[start] === TOKEN.word && (answered ? isOwnSecret(text) : isSecretValue(text))) {
      const at = { start: tokens.start[start] as number, end: tokens.end[index] as number };
      found.push({ ...at, text, sink, answered });
    }
  }
  return found;
}

/** An argument of its own, a property's value, or a substitution of a template; not a condition or an operand. */
function isWholeValue(tokens: Tokens, index: number, call: number): boolean {
  const next = tokenText(tokens, index + 1);
  const start = chainStart(tokens, index);
  const before = tokenText(tokens, start - 1);
  const parent = tokens.parent[index] as number;
  const parentKind = tokens.kind[parent];
  const isTemplate = parentKind === TOKEN.templateHead || parentKind === TOKEN.templateMiddle;
  if (isTemplate) return parent === start - 1 && tokens.match[parent] === index + 1;
  if (!isPartOf(tokens, parent, call)) return false;
  return (
    (next === "," || next === ")" || next === "}" || next === "+") &&
    (before === "(" || before === "," || before === ":" || before === "{" || before === "+")
  );
}

/** A variable of the environment that no caller is meant to have, or all of them. */
function isOwnSecret(text: string): boolean {
  if (text === "process.env" || text === "import.meta.env") return true;
  const name = /^(?:process\.env|import\.meta\.env|Deno\.env|Bun\.env)\.([A-Z][A-Z\d_]*)$/.exec(text)?.[1];
  if (name === undefined) return false;
  const { role, client } = nameMeaning(name);
  return (
    !client &&
    (role === "signing" ||
      role === "password" ||
      (role === "credential" && /SECRET|PASSWORD|PRIVATE|SERVICE_ROLE/.test(name)))
  );
}

function isSecretValue(text: string): boolean {
  if (text === "process.env" || text === "import.meta.env") return true;
  const environment = /^(?:process\.env|import\.meta\.env|env|Deno\.env|Bun\.env)\.([A-Z][A-Z\d_]*)$/.exec(text);
  const last = environment?.[1] ?? text.split(".").pop() ?? "";
  return environment === null ? isSecretName(last) : isSecretVariable(last);
}

/** Whether `name` would be a secret in a log, with what stands `before` it. */
export function isLoggedName(before: string, name: string): boolean {
  return isSecretName(name) || (before.endsWith("env.") && isSecretVariable(name));
}

function isSecretVariable(name: string): boolean {
  const { role } = nameMeaning(name);
  return (
    role === "signing" ||
    role === "password" ||
    (role === "credential" && /secret|password|api_?key|token|private/i.test(name))
  );
}

function isSecretName(name: string): boolean {
  return /^(?:password|passwd|plain_?password|plaintext_?password|client_secret|private_key|api_secret|jwt_secret|access_token|refresh_token|id_token|session_token|bearer_token|secret_access_key|webhook_secret|encryption_key|root_password|admin_password|db_password|temp_password|new_password)$/.test(
    snakeCase(name),
  );
}
