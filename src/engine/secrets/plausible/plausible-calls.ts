/** Cheap tests of a call that signs, verifies, encrypts, hashes or compares: may a literal be what it is given? */

/** `end` is where the arguments begin, behind the bracket. `useSession(` and `Object.assign(` are other words. */
export function mayCall(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - 30), end);
  if (CALLS.test(before)) return !DECLARED.test(before) && takesKey(text, end, before);
  return (
    (HASHES.test(before) && /["'`]/.test(text[end] ?? "")) ||
    (CONSTANT_TIME.test(before) && HAS_LITERAL.test(text.slice(end, end + 160)))
  );
}

const CALLS =
  /(?:^|[^A-Za-z]|express|cookie|[jJ]wt)(?:session|sign(?:async)?|verify(?:async)?|cookieparser|sequelize|encrypt|decrypt|hashsync|hashpassword|bcrypt\.hash|argon2\.hash|auth\.basic|unsign)\($|(?:signedcookie|importkey|askey|iron\.seal|unseal|fernet\.secret|auth\.strategy|[^a-z]webhooks?|svix|keygrip|sealdata)\($/i;

const DECLARED = /\bfunction\s\w+\($/;

/** `session()` takes nothing, `decrypt(value)` has its key elsewhere. */
function takesKey(text: string, end: number, before: string): boolean {
  if (text[end] === ")") return false;
  return !/crypt\($/i.test(before) || !ONE_ARGUMENT.test(text.slice(end, end + 120));
}

const ONE_ARGUMENT = /^\s*[\w$.?!]{1,80}(?:\([\w$.?!]{0,60}\))?,?\s*\)/;

/** `timingSafeEqual(given, Buffer.from("…"))`. */
const CONSTANT_TIME = /(?:safeequal|securecompare|safecompare|tsscmp)\($/i;
const HAS_LITERAL = /^[^;\n]{0,120}["'`][^"'`\s]{6,80}["'`]/;

/** `import { hash } from "bcrypt"`. */
const HASHES = /[^A-Za-z]hash\($/;
