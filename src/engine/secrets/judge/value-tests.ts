/**
 * What a value is when it is no secret: the name of a variable, a path, a hash, code, a placeholder.
 */
import { snakeCase } from "./secret-names.ts";
import { isBase64, isVariable, isWord, isWords, randomLooking, splitWords } from "./shape.ts";

export function isPasswordPlaceholder(value: string): boolean {
  const text = value.trim();
  if (
    /^(?:pending|unset|missing|unused|not[-_]?set|set[-_]?by|managed|generated|rotated|provisioned)(?:[-_ ]|$)/i.test(
      text,
    )
  )
    return true;
  if (
    /^(?:p[o0][s5]t?gr?[e3][s5]q?l?|my[s5]q[l1]|m[o0]ng[o0](?:db)?|r[e3]d[i1][s5]|m[a4]r[i1][a4]db|m[i1]n[i1][o0]|[e3]l[a4][s5]t[i1]c)\d?$/i.test(
      text,
    )
  )
    return true;
  if (isVariable(text) || text === "") return true;
  if (/^(?:\.{3,}|…)|\*{3,}|•{2,}|^[xX*]{3,}$|^(.)\1+$/.test(text)) return true;
  if (
    /change[-_ ]?(?:me|this|it)|redacted|placeholder|example|(?:^|[^a-z])your[-_ ]?|^(?:my|the|some|a|new|old|current|confirm|test|user|db|admin|root|default|valid|invalid|wrong|correct|strong|weak|secure|plain|raw|hashed|fake|dummy|mock|sample)?[-_ ]?(?:password|passwd|passwort|pass|pwd|secret|token|key|passphrase)[-_ ]?\d{0,3}!?$/i.test(
      text,
    )
  ) {
    return !/^(?:p[a@]ssw[o0]r[dt])\d{1,4}[!@#$]?$/i.test(text) || /^password$/i.test(text);
  }
  return /^(?:none|null|undefined|true|false|string|text|required|optional|hidden|visible|string\(\)|empty|unset|default|n\/a|todo|tbd|secret|username|user|postgres|root|admin|mysql|redis|guest|minio|minioadmin|elastic|neo4j|docker|localhost|test\w{0,8}|foo\w{0,4}|bar|foobar|baz|qux|abc123|dummy\w*|fake\w*|mock\w*|sample\w*|basic|bearer|local|session|oauth2?|credentials|demo|current-password|new-password|off|on|reset|forgot|change|update|login|signin|signup|email|plain|bcrypt|argon2|scrypt|md5|sha\d+|utf-?8|hex|base64)$/i.test(
    text,
  );
}

/**
 * A default that nobody changed: `admin123`, `mypassword1`, `secret123`. A placeholder where it is only named; the password
 * itself where something logs in with it.
 */
export function isWeakDefault(value: string): boolean {
  return /^(?:my|root|admin|db|user|default|super|top|master|secret)?[-_]?(?:password|passwd|pass|pwd|secret)[-_]?\d{1,4}[!@#$]?$|^(?:admin|root|super|master|super_?secret)[-_]?(?:password|passwd|pass|pwd)\d{0,4}[!@#$]?$/i.test(
    value,
  );
}

/** `pk_…`: what services call a publishable key; ClickUp's and Klaviyo's are none, and known by their form. */
export function isPublishable(value: string): boolean {
  return /^pk_(?:live_|test_)?(?!\d{6,12}_|[\da-f]{34}$)[\w-]{16,}$/.test(value);
}

/** A publishable key of Stripe's, whatever it is called. https://docs.stripe.com/keys */
export function isStripesPublishable(value: string): boolean {
  return /^pk_(?:live|test)_/.test(value) && isPublishable(value);
}

export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

/** A program or an account of Solana, by what is spoken of around it. https://solana.com/docs/core/accounts */
export function isChainAddress(value: string, context: () => string): boolean {
  return (
    /^[1-9A-HJ-NP-Za-km-z]{40,44}$/.test(value) &&
    /solana|metaplex|lamports|\bspl\b|program|publickey|mint/.test(context())
  );
}

/** `gpt-4o-mini-2024`, `service:v4:lock`: parts that are words make a name, not a key. */
export function hasWords(value: string): boolean {
  const parts = value.split(/[-_.:/@]/);
  return (
    parts.length > 1 &&
    !parts.some((part) => part.length >= 12 && /\d/.test(part) && randomLooking(part)) &&
    parts.some(
      (part) => /^(?:[a-z]{4,}|[A-Z][a-z]{3,}|[A-Z]{5,})$/.test(part) && !/^[a-f]+$/.test(part) && isWord(part),
    )
  );
}

/** `PythonSdkV3Override`: words run together. */
export function isCamelWords(value: string): boolean {
  // Words carry a number, not eight of them.
  if (value.length >= 24 && (value.match(/\d/g) ?? []).length >= value.length / 8) return false;
  let inWords = 0;
  for (const word of splitWords(value)) {
    if (word.length < 4 || !isWord(word)) continue;
    if (/^[A-Z][a-z]{7}/.test(word)) return true;
    inWords += word.length;
  }
  return inWords >= value.length / 2;
}

/** `STRIPE_KEY`: the name of a variable, not a value. */
export function isEnvironmentName(value: string): boolean {
  return (
    /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(value) &&
    splitWords(value).every((word) => /^\d+$/.test(word) || word.length <= 16)
  );
}

export function isPathLike(value: string): boolean {
  if (isBase64(value)) return false;
  return (
    /^(?:\.{1,2}\/|\/[\w.-]+(?:\/|$)|~\/|[a-z]+:\/\/|[A-Za-z]:\\|@[\w-]+\/)/.test(value) ||
    /\.(?:tsx?|[cm]?jsx?|json|pem|key|crt|ya?ml|html?|css|png|jpe?g|svg|txt|md|env|toml|p12|pfx|jks|graphql|gql|proto|sql|sh|xml|csv|vue|svelte|prisma)$/i.test(
      value,
    ) ||
    (/^[a-z\d_-]+(?:\/[a-z\d_{}:.-]+)+$/i.test(value) && value.split("/").every((part) => isWords(part)))
  );
}

export function isHashOrRegex(value: string): boolean {
  return (
    /^\${1,2}(?:2[abxy]|argon2\w*|scrypt|pbkdf2[\w-]*|1|5|6|apr1)\$/.test(value) ||
    /^(?:sha\d+|md5|scrypt|pbkdf2)[-:$]/i.test(value) ||
    // An ETag; a class of characters with a count.
    /^W\/["\w]|^"[\da-f]+"$|\[[^\]\s]{2,40}\](?:\{\d|[+*])/i.test(value) ||
    /^\^.*[$\]\\|]|\\[dwsb]|\[\^?[a-z]-[a-z]|\(\?[:=!]/i.test(value)
  );
}

/** A key that a program made of everything on the keyboard: `9X!…%Kv#c&(…^3`. */
function isKeyOfSigns(value: string): boolean {
  return (
    value.length >= 32 &&
    !/\s|=>|[!=]==|<\/|\$\{|%[sd]\b/.test(value) &&
    (value.match(/\d/g) ?? []).length >= 3 &&
    new Set(value.match(/[!@#$%^&*~?+=-]/g) ?? []).size >= 4
  );
}

/** Calls, markup, styles, accessors: text for a program or a page. Each expression is linear. */
export function isCodeLike(value: string): boolean {
  if (value.length > 300) return /[<>(){};]/.test(value);
  if (/^[A-Za-z0-9+/=_-]{20,}$/.test(value) || isKeyOfSigns(value)) return false;
  // `template.parameters.minimumValue`, `bcrypt.genSalt`: the way to a member.
  if (/^[a-z][A-Za-z]*(?:\.[A-Za-z_]+){2,}$|^[a-z][A-Za-z]{2,}\.[a-z]+[A-Z][A-Za-z]+$/.test(value)) return true;
  return (
    /\w\((?=.)|=>|^\$[a-z]+\.|^<|\/>|&[a-z]{2,6};|^\.[a-z]|^--[a-z]|\w\[\w*\]|[=!]==|\?\.|%[sd]\b|^\/.+\/[gimsuy]*$/.test(
      value,
    ) ||
    (/^[a-zA-Z]\w*(?:\.[a-zA-Z]\w*)+$/.test(value) && isWords(value) && !/\d{3}$/.test(value))
  );
}

/** `password: "password"`, `apiKey: "api_key"`: a name given to a name. */
export function sameAsName(value: string, name: string): boolean {
  const one = snakeCase(value).replaceAll("_", "");
  const other = snakeCase(name).replaceAll("_", "");
  return one === other || (one.length >= 4 && (other.endsWith(one) || one.endsWith(other)) && isWords(value));
}

/** `JWT_SECRET = "jwtSecret"`: the key of something, in one word of the name's own. */
export function isIdentifierName(value: string, name: string): boolean {
  if (sameAsName(value, name) && !/^(?:secret)$/i.test(value)) return true;
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(value) && isWords(value) && !/secret.*key.*for|super|my/i.test(value);
}

/** Twelve words or more, as wallets have them. */
export const MNEMONIC = /^[a-z]{3,8}(?: [a-z]{3,8}){11}(?:(?: [a-z]{3,8}){3}){0,4}$/;

const ENCODING = /^(?:base64(?:url)?|hex|utf-?(?:8|16le)|ascii|latin1|binary|ucs-?2)$/;

/** Whether a value without any name could matter to anybody: keeps the walk short. */
export function mayMatter(value: string): boolean {
  return (
    value.length >= 3 &&
    value.length <= 2048 &&
    !/\n/.test(value) &&
    (value.length > 9 || !ENCODING.test(value)) &&
    !isVariable(value.replaceAll("${}", "")) &&
    (value.length < 80 || !/ \w+ \w+ /.test(value) || MNEMONIC.test(value))
  );
}
