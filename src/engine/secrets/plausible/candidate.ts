/**
 * Decides whether a string literal in code may be a secret, so that its value never enters the facts.
 *
 * Runs for every literal of every parsed file: the cheapest tests first, nothing that backtracks.
 * "May be" is on purpose wider than what is reported: `find-secrets.ts` decides that.
 */
import type { SecretCandidate } from "../../facts/file-facts.ts";
import { maskSecret, secretFingerprint } from "../fingerprint.ts";
import { identifyProvider } from "../forms/identify-provider.ts";
import { isLibraryObject, SIGNING_LIBRARIES } from "../judge/judge-option.ts";
import { type NameRole, nameRole } from "../judge/secret-names.ts";
import { describeShape, isVariable, isWordlike, randomLooking } from "../judge/shape.ts";
import { MNEMONIC } from "../judge/value-tests.ts";
import { isPartOfQuery, isQuery, quotesSecret } from "./query-text.ts";

/**
 * The candidate for a literal, or undefined for an ordinary one.
 *
 * @param names Names it goes by, innermost first: variable, property, environment name, header, `callee#argument`.
 * @param salt A workspace's own salt for fingerprints.
 * @param inQuery It is a query or a piece of one.
 */
export function secretCandidate(
  value: string,
  names: readonly string[],
  salt = "",
  inQuery = isQuery(value),
): Omit<SecretCandidate, "at"> | undefined {
  if (value.length < 3 || namesWhatIsRead(value, names)) return undefined;
  const provider = identifyProvider(value, names);
  const isPlausible = inQuery ? quotesSecret(value) : mayBeSecret(value, names) && !isPartOfQuery(value, names);
  if (provider === undefined && !isPlausible) return undefined;
  return {
    masked: maskSecret(value),
    fingerprint: secretFingerprint(value, salt),
    ...(provider === undefined ? {} : { provider }),
    shape: describeShape(value),
    names: [...names],
  };
}

/** `const password = request.input("password")`: the name under which it is asked for. */
function namesWhatIsRead(value: string, [call, into]: readonly string[]): boolean {
  if (call === undefined || into === undefined || !call.endsWith("#0") || value.length > 40) return false;
  return letters(value) === letters(into) && !/hash|crypt|sign|encode|salt/i.test(call);
}

function letters(text: string): string {
  return text.replace(/[^A-Za-z]/g, "").toLowerCase();
}

function mayBeSecret(value: string, names: readonly string[]): boolean {
  if (value.length > 4096 || ROUTE.test(value)) return false;
  if (value.includes("://"))
    return /:\/\/[^\s/:@]*:[^\s/@]+@|:\/\/[\w-]{20,}@|[?&;][\w-]*(?:key|token|secret|sig|appid|password)=[^&#\s]{3}/i.test(
      value,
    );
  if (/\s/.test(value) && COMMAND_OR_HEADER.test(value)) return true;
  if (PAIR_INSIDE.test(value)) return true;
  if (isLibraryObject(names) || (/^[\w.@+-]+:\S{4,}$/.test(value) && names.some((name) => ENCODES.test(name))))
    return true;
  if (isAskedBy(value, names[0])) return false;
  if (PRIVATE_KEY.test(value)) return true;
  let role = roleOfArgument(value, names);
  if (role === undefined)
    for (const name of names) {
      // `process.env.JWT_ACCESS || "…"` is called by its property, too.
      const told = nameRole(name);
      role = role === undefined || told !== undefined ? told : role;
      if (role !== undefined && role !== "vague") break;
    }
  if (role === "public") return false;
  if (MNEMONIC.test(value)) return names.some((name) => nameRole(name) !== undefined);
  if (role === "sink") return !isVariable(value);
  if (role === "signing") return value.length <= 256 && !NAME_OR_PATH.test(value) && !isVariable(value);
  if (role === "password" && /^(?:[a-z\d]{1,12} ){1,6}[a-z\d]{1,12}$/.test(value)) return true;
  if (/\s/.test(value)) return false;
  if (role === "password") return !NAME_OR_PATH.test(value) && !isVariable(value);
  if (role === "credential") return value.length >= 8 && (!isWordlike(value) || /\d|secret/i.test(value));
  if (names.some((name) => nameRole(name) === "sink" || SIGNING_LIBRARIES.test(name))) return true;
  return value.length >= 16 && value.length <= 256 && /\d/.test(value) && !isWordlike(value) && randomLooking(value);
}

const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/;

/**
 * What the call does that the literal is an argument of: `createHmac("sha256", "…")`, `new Sequelize("shop", "app", "…")`,
 * `basicAuth({ users: { admin: "…" } })`. Here classes go by their name alone.
 */
function roleOfArgument(value: string, names: readonly string[]): NameRole | undefined {
  for (const name of names.slice(0, 3)) {
    if (!name.includes("#")) continue;
    // Functions of a project's own are called so, too: a kind or a role is one short word.
    if (LOGS_IN.test(name)) return /[\d!@#$%^&*]/.test(value) ? "password" : undefined;
    if (/^(?:sign|verify)#1$/.test(name)) return /\s|\d{2}|secret|key|.{16}/i.test(value) ? "sink" : undefined;
    const role = nameRole(/^[A-Z]/.test(name) ? `new ${name}` : name);
    return role === "sink" || role === "password" ? role : undefined;
  }
  return undefined;
}

const LOGS_IN = /(?:^|\.)(?:auth#[01]|bind#1)$|basic_?auth#0$/i;

/**
 * `jwt.verify(token, env("JWT_SECRET"))`: a function of the code's own is asked for a variable, and gives the secret. So are
 * the settings, `config.get("jwt.secret")`, and rows, `user.getDataValue("password")`.
 */
function isAskedBy(value: string, innermost = ""): boolean {
  if (isPathGivenTo(value, innermost)) return true;
  if (!innermost.endsWith("#0") || !VARIABLE.test(value)) return false;
  return nameRole(innermost) === undefined && !ENCODES.test(innermost) && !SIGNING_LIBRARIES.test(innermost);
}

/** Words with dots between them say what is wanted, unless the call may hash, sign or compare what it is given. */
function isPathGivenTo(value: string, innermost: string): boolean {
  if (!innermost.endsWith("#0") || value.length > 60 || !PATH.test(value)) return false;
  return GETS.test(innermost) || !KEEPS.test(innermost);
}

const GETS = /(?:^|\.)get\w*#0$/;
const KEEPS =
  /hash|crypt|sign|enc|digest|from|btoa|compar|equal|pbkdf|secret|token|key|pass|pwd|verif|auth|login|cred|connect|cookie|session|(?:^|\.)set/i;

/** `jwt.secret`, `INFRA.JWT_SECRET`, `password`. */
const PATH = /^[A-Za-z_]+(?:[.:][A-Za-z_]+)*$/;

const VARIABLE = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** The key of a table of routes, or a path with a parameter: `"POST /access-tokens/:id/revoke"`, `"/secrets/:id"`. */
const ROUTE = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL) \/[\w\-./:*{}[\]]*$|^\/(?:[\w\-.]+\/)*:[\w\-./:*?]*$/;

/** What makes a login of a pair: `Buffer.from("user:password")`. */
const ENCODES = /(?:from|btoa|encode)#0$/;

/** `{"apiKey":"…"}`, `client_secret=…`: a pair in a text. */
const PAIR_INSIDE = /(?:key|token|secret|passw(?:or)?d|auth)["']?\s?[:=]\s?["']?(?=[\w+/=.~-]{0,60}\d)[\w+/=.~-]{12}/i;

/** Environment names, paths, identifiers in one word: names of secrets, not secrets. */
const NAME_OR_PATH = /^[./@]|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$|^[a-z]+(?:[A-Z][a-z]+)+$/;

/** Texts with a secret in them: command lines, connection strings by pairs, header values. */
const COMMAND_OR_HEADER =
  /^(?:bearer|basic|token|apikey|key|bot)\s+\S{10,}$| (?:key|token) \S{20,}$|\bcurl\b|\bsshpass\b|--?(?:password|passwd|token|api-key|secret)\b|(?:password|pwd)\s?=(?!\s?(?:[?$:@%]|$))|authorization\s*:/i;
