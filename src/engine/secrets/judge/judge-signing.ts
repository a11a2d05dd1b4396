/** Is this a key that signs, verifies or encrypts, or a word about keys? */
import type { Question } from "./judge.ts";
import { snakeCase } from "./secret-names.ts";
import { isIdentifierLike, isPlaceholder, isSequence, strength } from "./shape.ts";
import {
  isCodeLike,
  isEnvironmentName,
  isHashOrRegex,
  isIdentifierName,
  isPasswordPlaceholder,
  isPathLike,
} from "./value-tests.ts";

/** A key that signs: words count too, for they are the weakest keys of all. */
export function isSigningKey(question: Question, name: string, depth: number): boolean {
  const { value, fallback, place } = question;
  if (place === "config" && (value === "SECRET" || /node_env\W{1,6}test\b/.test(question.context()))) return false;
  if (
    question.partial ||
    value.length < (fallback ? 3 : 4) ||
    (isEnvironmentName(value) && (!fallback || isPlaceholder(value))) ||
    isPathLike(value) ||
    (isIdentifierName(value, isOwnedSecret(name, question.names) ? "jwt_secret" : name) && !fallback)
  )
    return false;
  if (
    /^-----BEGIN|^(?:RS|ES|HS|PS)\d{3}$|^aes-|^sha\d|^(?:base64|hex|utf-?8)$|^data:|^https?:/i.test(value) ||
    isHashOrRegex(value)
  )
    return false;
  if (isCodeLike(value) || /placeholder/i.test(value)) return false;
  // `shop_private_key_sharing`: the name of something to do with keys.
  if (/^[a-z]+(?:[-_][a-z]+){2,}$/.test(value) && /(?:^|[-_])keys?[-_]/.test(value) && !fallback) return false;
  // Beside a hash of a password it is that hash's own; a key's id in sixteen digits names a key.
  if (/salt$/i.test(name) && /password_?hash/i.test(question.context())) return false;
  if (/^[\dA-F]{16}$/.test(value) || (/^[\dA-F]{40}$/.test(value) && !/secret/i.test(name))) return false;
  const strong = strength(value);
  if (!fallback && /(?:^|[-_. ])(?:test|tests|e2e|ci|mock|dummy|fake|example|sample)(?:[-_. \d]|$)/i.test(value))
    return false;
  const words = ownedName(name, question.names);
  const named =
    /jwt|session|cookie|sign|hmac|encrypt|cipher|csrf|nextauth|better_?auth|auth(?:entication)?_?secret|secret_?key_?base|iron|(?:access|refresh)_secret/.test(
      words,
    );
  if (fallback && depth === 0 && named && /^[\w' ,.!-]{3,64}$/.test(value) && !NOTHING.test(value)) return true;
  if (/\s/.test(value))
    return (
      named &&
      /^[\w' -]{6,64}$/.test(value) &&
      /secret|(?:signing|encryption|private)_?key/i.test(name) &&
      depth === 0 &&
      (/cat|secret|key|random|long|phrase|shh/i.test(value) || isPassphrase(value))
    );
  if (strong === "strong") return true;
  if (strong === "medium" && !isIdentifierLike(value)) return true;
  if (place === "config" && !fallback)
    return (
      named &&
      (strong !== "weak" ||
        (depth === 0 && (isWordWithNumber(value) || isWordsOfNothing(value))) ||
        (depth === 0 && isWeakSigning(value) && (!isPlaceholder(value) || /^my[-_]/.test(value))))
    );
  if (depth === 0 && (/_SECRET(?:_KEY)?$/.test(name) || KEYS_ONLY.test(words)) && isWordsOfNothing(value)) return true;
  if (isWeakSigning(value))
    return (
      depth === 0 &&
      (fallback || named || isTypedSecret(question, name) || (/SECRET_KEY$/.test(name) && /\d/.test(value)))
    );
  if (isTypedSecret(question, name)) return depth === 0;
  // `jwtSecret: "shop"`: the name leaves no doubt, and one word is the weakest key.
  return (
    depth === 0 &&
    question.kind === "value" &&
    /(?:jwt|session|cookie|access_token|refresh_token)_?secret(?:_?key)?$/.test(words) &&
    /^[a-z\d_-]{4,40}$/i.test(value) &&
    !isPasswordPlaceholder(value) &&
    (!isPlaceholder(value) || isSequence(value))
  );
}

/** Names that nothing but a key has; the key of a session or a cookie is often the name that it is kept by. */
const KEYS_ONLY = /(?:encryption|signing|jwt|hmac|cipher)_?key$|(?:jwt|session|cookie)_?secret$|(?:^|_)pepper$/;

/** Words in a row that say nothing about keys: `saffron ember-tulip`. */
function isPassphrase(value: string): boolean {
  return (
    /^[A-Za-z][a-z]{2,11}(?:[ _-][a-z\d]{2,12}){1,4}$/.test(value) &&
    !/jwt|session|cookie|token|sign|auth|\b(?:the|for|and|not|must|with|used|your|this|that|use|are|when|from|has|value|string|field|name|rotate|rotation|error|invalid|missing|required|should|default|config|none|test|set)\b/i.test(
      value,
    )
  );
}

/** `comet_pepper_harbor`: three words that name nothing. */
function isWordsOfNothing(value: string): boolean {
  return (
    /^[a-z]{4,12}(?:[-_][a-z]{4,12}){2,4}(?:[-_]\d{1,4})?$|^[a-z]{4,12}[-_][a-z]{4,12}[-_]\d{1,4}$/.test(value) &&
    !/secret|token|keys?(?:$|[-_])|name|session|cookie|user|auth|config|default|value|field|project|account|service|signing|sign(?:$|[-_])|encrypt|password|webhook|environment|variable|client|server|access|refresh|admin|database|store|manager|vault/.test(
      value,
    )
  );
}

/** `WalnutIsTheKey10`: what people type where a key is asked for. */
function isWordWithNumber(value: string): boolean {
  return /^(?=.*[A-Z])[A-Za-z]{6,40}\d{1,6}[!@#$]?$/.test(value) && !isPlaceholder(value);
}

/** `{ secret: "words-4821" }`: a word with a number is no name of a secret, where none is kept by name. */
function isTypedSecret({ value, kind, place, context }: Question, name: string): boolean {
  return (
    /^(?:(?:default|my|the)_?)?secret$/i.test(name) &&
    kind === "value" &&
    place === "code" &&
    /^(?=.*[A-Za-z]{3})[\w-]{6,60}\d{2}$/.test(value) &&
    !isPlaceholder(value) &&
    !/k8s|kubernetes|secret_?name|secrets_?manager|key_?vault|volume|arn:/.test(context())
  );
}

/** `jwt: { secret: "…" }` is called `jwt_secret`. */
function ownedName(name: string, names: readonly string[]): string {
  const owner = names[names.indexOf(name) + 1];
  if (/^secrets?$/i.test(name) && /(?:jwt|session|cookie|sign)\w*#\d\{\}$/i.test(owner ?? "")) return "jwt_secret";
  return /^secrets?$/i.test(name) && owner !== undefined && !owner.includes("#")
    ? `${snakeCase(owner).replace(/_(?:constants|config|options|settings)$/, "")}_secret`
    : snakeCase(name);
}

/** `jwtConstants = { secret: "…" }`: the object says whose secret it is, and a value of one word more is one. */
function isOwnedSecret(name: string, names: readonly string[]): boolean {
  return /^secrets?$/i.test(name) && /^(?:jwt|session|cookie)_secret$/.test(ownedName(name, names));
}

/** No key at all. */
const NOTHING = /^(?:undefined|none|null|unset|empty|missing|test|n\/a)$|placeholder|^(?:not|no)[-_ ]/i;

/** Sentences that projects start with: `supersecret`, `your-secret-key`, `dev-secret`, `shhh`. */
function isWeakSigning(value: string): boolean {
  return (
    /s[e3]cr[e3]t|shh+|keyboard.?cat|change.?(?:me|this)|insecure|jwt.?key|super|random.?string|my.?key|your.?key|default.?key|dev.?key|very.?long/i.test(
      value,
    ) && value.length <= 64
  );
}
