/**
 * Secrets written to a log: `console.log(process.env.STRIPE_SECRET_KEY)`, `logger.info({ password })`, all of
 * `process.env`.
 *
 * Only what stands in the call itself, whole: not its length, not whether it is set, not what a function makes of it.
 */
import { TOKEN, type Tokens } from "./lexer.ts";
import { nameMeaning, snakeCase } from "./secret-names.ts";
import { chainStart, chainText, tokenText } from "./token-chains.ts";

export interface LoggedSecret {
  readonly start: number;
  readonly end: number;
  /** As written: `process.env.JWT_SECRET`. */
  readonly text: string;
  /** The call: `console.log`. */
  readonly sink: string;
}

const LOGGERS =
  /^(?:console|logger|log|fastify\.log|request\.log|req\.log|app\.log|this\.logger|winston|pino|ctx\.log|server\.log)\.(?:log|info|debug|warn|error|trace|verbose|fatal|dir|silly|notice)$/;

/** What log calls of the file write. */
export function loggedSecrets(tokens: Tokens): readonly LoggedSecret[] {
  const found: LoggedSecret[] = [];
  if (!/(?:console|log(?:ger)?|winston|pino)\./.test(tokens.text)) return found;
  for (let open = 2; open < tokens.kind.length; open++) {
    if (tokens.kind[open - 1] !== TOKEN.word || tokens.text.charCodeAt(tokens.start[open] as number) !== 40) continue;
    const method = tokenText(tokens, open - 1);
    if (!/^(?:log|info|debug|warn|error|trace|verbose|fatal|dir|silly|notice)$/.test(method)) continue;
    const sink = chainText(tokens, chainStart(tokens, open - 1), open - 1);
    if (!LOGGERS.test(sink)) continue;
    const close = tokens.match[open] as number;
    if (close > open) found.push(...inCall(tokens, open, close, sink));
  }
  return found;
}

function inCall(tokens: Tokens, open: number, close: number, sink: string): LoggedSecret[] {
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
    if (tokens.kind[start] === TOKEN.word && isSecretValue(text)) {
      found.push({ start: tokens.start[start] as number, end: tokens.end[index] as number, text, sink });
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
  if (parent !== call && !(tokenText(tokens, parent) === "{" && tokens.parent[parent] === call)) return false;
  return (
    (next === "," || next === ")" || next === "}" || next === "+") &&
    (before === "(" || before === "," || before === ":" || before === "{" || before === "+")
  );
}

function isSecretValue(text: string): boolean {
  if (text === "process.env" || text === "import.meta.env") return true;
  const environment = /^(?:process\.env|import\.meta\.env|env|Deno\.env|Bun\.env)\.([A-Z][A-Z\d_]*)$/.exec(text);
  const last = environment?.[1] ?? text.split(".").pop() ?? "";
  const role = nameMeaning(last).role;
  if (environment !== null)
    return (
      role === "signing" ||
      role === "password" ||
      (role === "credential" && /secret|password|api_?key|token|private/i.test(last))
    );
  return /^(?:password|passwd|plain_?password|plaintext_?password|client_secret|private_key|api_secret|jwt_secret|access_token|refresh_token|id_token|session_token|bearer_token|secret_access_key|webhook_secret|encryption_key|root_password|admin_password|db_password|temp_password|new_password)$/.test(
    snakeCase(last),
  );
}
