/**
 * Is this the password of somebody, or a word about passwords?
 *
 * People choose words, so the value alone says little; what it is given to says more. Three degrees: it is used to log in;
 * the name says whose password it is; it is only called password.
 */
import type { Question } from "./judge.ts";
import { snakeCase } from "./secret-names.ts";
import { isIdentifierLike, isPlaceholderWord, isSequence, isWord, isWords, splitWords } from "./shape.ts";
import {
  isCodeLike,
  isEnvironmentName,
  isHashOrRegex,
  isPasswordPlaceholder,
  isPathLike,
  isUuid,
  isWeakDefault,
  sameAsName,
} from "./value-tests.ts";

/** A password as people choose them, or a machine made one. Ordinary words are labels. */
export function isPassword(question: Question, name: string, depth: number): boolean {
  const { value, place } = question;
  if (value.length < 4 || value.length > 256 || /\n/.test(value) || RULES.test(value)) return false;
  if (!/[\p{L}\d]/u.test(value)) return false;
  // Words of other languages are labels.
  if (/[\u3000-\u30ff]/.test(value)) return false;
  if (/[\u00c0-\uffff]/.test(value)) return /^\S{8,}$/.test(value) && /[\d@#$%&*]|\p{L}[!?]\p{L}/u.test(value);
  // `{ password: "#user_password_1" }`: where a page has it.
  if (/^[#.][a-z]+(?:[-_][a-z\d]+)+$/i.test(value) && isWords(value.slice(1))) return false;
  // `errors.password = "passwordMinLength6"`: the key of a message.
  if (
    /^(?:errors?|messages?|warnings?|hints?)$/i.test(question.names[1] ?? "") ||
    /^password(?:[A-Z][a-z]+){1,4}\d?$/.test(value)
  )
    return false;
  const words = snakeCase(name);
  // An ObjectId; keys pressed together.
  if ((/^[0-9a-f]{24}$/.test(value) && !isUsed(question, name)) || KEYS_PRESSED.test(value)) return false;
  // https://support.google.com/accounts/answer/185833
  if (/^[a-z]{4}(?: [a-z]{4}){3}$/.test(value)) return value.split(" ").some((word) => !isWord(word));
  const used = isUsed(question, name);
  const owned = isOwned(words);
  if (isWeakDefault(value) && (used || (owned && /\d|super/i.test(value)))) return true;
  if (isPlaceholderWord(value) || value.endsWith("...")) return false;
  if (isPasswordPlaceholder(value) || (place === "config" && LOCAL.test(value))) return false;
  if (isIdentifierLike(value)) return isUuid(value) && (name.startsWith("new Digest") || (used && place === "code"));
  if (isPathLike(value) || (isEnvironmentName(value) && !(used && /\d{2}$/.test(value)))) return false;
  if (
    (sameAsName(value, name) && !COMMON.has(value.toLowerCase())) ||
    isHashOrRegex(value) ||
    (isCodeLike(value) && !isDotted(question)) ||
    /^1password$/i.test(value)
  )
    return false;
  if (/^(?:0123456789|abcdefghij\w*|ABCDEFGHIJ\w*)$/.test(value) || (value.length >= 16 && isSequence(value)))
    return false;
  if (/passcode|pin_code/.test(words) && isSamplePayload(question)) return false;
  if (place === "config" && isNamedLikeUser(question)) return false;
  if (/\s/.test(value) && used && /^(?:[a-z\d]{1,12} ){2,6}[a-z\d]{1,12}$/.test(value)) return true;
  if (/\s/.test(value))
    return (
      /pass_?phrase/.test(words) &&
      ((/^(?:[a-z]+ ){3,}[a-z]+$/.test(value) && place !== "code") ||
        (/^(?:[a-z]{3,12} ){1,6}\d{1,4}$/.test(value) && hasLogin(question)))
    );
  if (depth > 0 && (isWords(value) || isSequence(value)) && !used) return false;
  if (
    /[a-z][.:_/-][a-z]/i.test(value) &&
    isWords(value) &&
    !/\d/.test(value) &&
    (!(used || (owned && splitWords(value).length > 2)) || ABOUT_PASSWORDS.test(value))
  )
    return false;
  const hasSymbol = /[^A-Za-z0-9_.\-/:]/.test(value);
  if (hasSymbol && !MESSAGE.test(value) && !/[<>{}()[\]|\\;]/.test(value)) return value.length >= 6;
  if (/\d/.test(value) && /[A-Za-z]/.test(value)) {
    if (/^[a-z]+[-_. ]?\d$/i.test(value)) return value.length >= 6 && !NUMBERED.test(value);
    return value.length >= 6 || ((used || owned) && value.length >= 5);
  }
  if (/^\d+$/.test(value)) return value.length >= 6 && (place !== "code" || question.kind !== "attribute");
  if (!isWords(value)) return value.length >= 8 || (value.length >= 5 && (used || owned));
  return isChosenWord(question, name.includes("#") ? name : words, used);
}

/** `Blue.Canoe7`, `Blue.canoe7` are no members of anything; in configuration nothing has members. */
function isDotted({ value, place }: Question): boolean {
  return (
    (/^[A-Z][a-z]+\.[A-Za-z][a-z]+\d{1,4}$/.test(value) && !ABOUT_PASSWORDS.test(value)) ||
    (place === "config" && /^[A-Za-z]+\.[A-Za-z]+\d{1,4}$/.test(value) && !ABOUT_PASSWORDS.test(value))
  );
}

/** `Ctrl+Shift+P` */
const KEYS_PRESSED = /^(?:ctrl|control|cmd|command|alt|option|shift|meta|mod|super)\+|^[a-z]\+[a-z]$/i;

/** `Password?`, `Don't`: a word of a message, and not `RainyDay!`. */
const MESSAGE = /^[A-Z]?[a-z]+[.,:!?']?[a-z]{0,2}$/;

/** Plain words: only where a login stands beside them, or where everybody takes them. */
function isChosenWord(question: Question, name: string, used: boolean): boolean {
  const { value, place } = question;
  const words = splitWords(value);
  if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(value) && ABOUT_PASSWORDS.test(value)) return used && isWeakDefault(value);
  if (COMMON.has(value.toLowerCase()) && used) return true;
  const isPhrase = words.length > 1 && value.length >= 10 && !ABOUT_PASSWORDS.test(value);
  if (used && name.includes("#")) return isPhrase || (LOGS_IN.test(name) && value.length >= 8);
  if (used) return !/^[A-Z][a-z]+$/.test(value) || (value.length >= 8 && !ABOUT_PASSWORDS.test(value));
  if (COMMON.has(value.toLowerCase()))
    return isOwned(name) || place !== "code" || hasLogin(question) || value.length >= 7;
  if (words.length > 2 && value.length >= 12 && place === "config") return true;
  if (words.length > 1 && value.length >= 8 && place === "config" && hasLogin(question)) return true;
  return /^[a-z]{6,}$/.test(value) && (isOwned(name) || place === "config") && hasLogin(question);
}

/** Given to a call that logs in, to the options of a client of another machine, or in place of a missing variable. */
function isUsed(question: Question, name: string): boolean {
  if (name.includes("#")) return true;
  if (question.names.includes("command")) return true;
  if (question.place === "config")
    return (
      hasLogin(question) && (!/^[A-Z][a-z]+$/.test(question.value) || (isOwned(name) && question.value.length >= 8))
    );
  if (question.fallback) return question.names.some((other) => /^[A-Z][A-Z\d_]+$/.test(other));
  return question.kind === "value" && question.names.some((other) => CLIENTS.test(other)) && hasLogin(question);
}

/** Arguments that log in at once. */
const LOGS_IN = /^new Sequelize#2$|\.bind#1$|auth\.basic#1$|^new .*#1$/;

/** Calls whose options open a connection. */
const CLIENTS =
  /(?:^new |\.)?(?:Pool|Client|Connection|Sequelize|DataSource|Redis|Cluster|MikroORM|createConnection|createPool|createClient|createTransport|forRoot\w*|connect|knex|postgres|access|get|post|put|request|fetch|axios|got|ImapFlow|SMTPClient|Kafka)#\d\{\}$/i;

/** The name says whose it is: `DB_PASSWORD`, `adminPass`. */
export function isOwned(name: string): boolean {
  return /(?:^|_)(?:db|database|root|admin|smtp|e?mail|mailer|ftp|sftp|ssh|redis|mongo\w*|mysql|maria\w*|postgres\w*|pg|sql|mssql|rabbit\w*|amqp|ldap|bind|master|service|svc|prod|production|live|api|vpn|wifi|keystore|truststore|cert|jdbc|datasource|elastic\w*|kibana|grafana|jenkins|docker|registry|neo4j|influx\w*|sudo|superuser|backup|deploy|kafka|proxy|imap|vault|minio)_(?:\w+_)?(?:password|passwd|passphrase|pass|pwd|pw)\d?$|^pg?password$|^mysql_pwd$|^redis_?auth$/.test(
    name,
  );
}

/** A user or host stands beside it: the options of a client. */
export function hasLogin(question: Question): boolean {
  const context = question.context();
  const at = context.indexOf(question.value.toLowerCase());
  const near = at < 0 ? context : context.slice(Math.max(0, at - 300), at + 300);
  return (
    /(?:\b|_)(?:user|username|host|hostname|server|login|email|database|uri|url|uid|region|user_?id)["']?\s*[:=]/.test(
      near,
    ) && !/\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b/.test(near)
  );
}

/** `"host": "db", "username": "shop", "password": "shop"`: a login for the machine it is set up on. */
function isNamedLikeUser(question: Question): boolean {
  const context = question.context();
  const value = question.value.toLowerCase();
  return (
    /^[a-z][\w-]{2,30}$/.test(value) &&
    [...context.matchAll(/\buser(?:name)?["']?\s*[:=]\s*["']?([\w-]{3,30})["']?/g)].some((user) => user[1] === value) &&
    !/\bhost(?:name)?["']?\s*[:=]\s*["']?[\w-]+\.\w/.test(context)
  );
}

/** The object is an event or a row as an API gives it: ids and times stand beside the value. */
export function isSamplePayload(question: Question): boolean {
  const [name = ""] = question.names;
  if (question.fallback || question.place === "comment") return false;
  // A variable of the environment and the argument of a call stand in no row.
  if (/^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(name) || /#\d$/.test(name) || question.names.includes("command")) return false;
  const context = question.context();
  return /\d{4}-\d\d-\d\dt\d\d:\d\d/.test(context) || (context.match(/["']?\w+_(?:id|at)["']?\s*:/g) ?? []).length >= 2;
}

/** Says of itself that it is for one machine. */
const LOCAL = /^(?:ci|dev|local|test|e2e|lint|build)[-_]|[-_](?:test|dev|local|ci|e2e)$/i;

/** Rules of validators: `required|min:6`. */
const RULES = /^(?:required|nullable|string|sometimes|confirmed|present|min|max|alpha\w*|regex)[|:]/;

/** `step2`, `input1`: things of a page, numbered. */
const NUMBERED =
  /^(?:step|field|input|form|v|version|page|tab|test|user|type|level|rule|mock|label|text|option|item|line|row|col|key|id|demo|example|sample|base|utf|sha|md|aes|rsa|oauth|http|web|code|part|phase|section|slide|panel|variant|mode|state|error|value|var|param|arg|field|h|p|s|x|y|z|a|b|c)[-_. ]?\d$/i;

const ABOUT_PASSWORDS =
  /pass|pwd|secret|token|key|forgot|reset|change|confirm|hash|current|new|old|field|input|login|auth/i;

/** `letmein99`, `root1234`: a word that many people take for a password, with a number. */
export function isCommonWithNumber(value: string): boolean {
  const word = /^([a-z]+)\d+$/i.exec(value)?.[1]?.toLowerCase();
  return word !== undefined && (COMMON.has(word) || word === "root" || word === "admin");
}

/** What lists of leaked passwords have at their top, words that are labels elsewhere left out. */
const COMMON: ReadonlySet<string> = new Set(
  `letmein hunter sunshine dragon dragonfly monkey iloveyou trustno welcome superman batman football baseball basketball
swordfish opensesame qwerty qwertz qwertyuiop azerty topsecret supersecret supersecretpassword secretpassword
correcthorsebatterystaple adminadmin rootroot toor nimda shadow princess ashley michael jordan hannah thomas summer winter
autumn spring cookie chocolate pepper ginger charlie donald freedom whatever starwars pokemon liverpool chelsea arsenal
cheese computer internet killer master hockey soccer harley ranger jennifer joshua maggie buster tigger robert matrix
gandalf frodo aragorn skywalker ninja mustang maverick phoenix falcon thunder diamond silver golden orange purple banana
butterfly flower lovely babygirl asdfgh asdfghjkl zxcvbn zxcvbnm godmode sesame mysecret mysecretpw mypass admin123 passw
letmeinnow changeme123 loveyou lakers yankees cowboys steelers eagles access passpass secretsecret helloworld`
    .trim()
    .split(/\s+/),
);
