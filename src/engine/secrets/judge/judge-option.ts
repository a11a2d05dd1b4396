/** Options of libraries that sign, encrypt or ask for a login: whatever stands there is the key. */
import type { Judgement, Question } from "./judge.ts";
import { isPlaceholder, isWords, strength } from "./shape.ts";
import { isEnvironmentName, isPasswordPlaceholder, isPathLike } from "./value-tests.ts";

/** Options of libraries that sign and encrypt: whatever stands there is the key. */
export const SIGNING_LIBRARIES =
  /(?:^|[.\s])(?:session|expressSession|cookieSession|express_session|cookie_session|fastifySession|secureSession|koaSession|jwt|expressJwt|expressjwt|koaJwt|fastifyJwt|JwtModule\.register(?:Async)?|JwtStrategy|Strategy|NextAuth|betterAuth|Auth|SvelteKitAuth|ExpressAuth|initAuth|lucia|createCookieSessionStorage|createCookie|createMemorySessionStorage|createSessionStorage|getIronSession|withIronSession\w*|ironSession|csurf|csrf|lusca|doubleCsrf|Webhooks|sealData|unsealData|createSigner|createVerifier|iron\.seal|Iron\.seal|bearer|cookie|cookieParser|passport)#\d(?:\{\})?$|(?:^|[.\s])(?:useSession|getToken|statelessSessions|buildConfig|authorize|auth)#\d\{\}$|^super#0\{\}$|(?:^|\.)auth\.strategy#2\{\}$|(?:^|\.)\w*[jJ][wW][tT]\w*\.(?:authorize|authenticate|protect|required|middleware|init)#\d\{\}$|\.register#1\{\}$|(?:^|\.)(?:jwt|jwtService|JwtService)\.(?:sign|verify)(?:Async)?#1\{\}$/;

/** `basicAuth({ users: { admin: "…" } })`: a login of anybody's name. */
export function isBasicUser({ names, value, kind }: Question): boolean {
  const users = names.indexOf("users");
  return (
    kind === "value" &&
    users >= 0 &&
    /basic_?auth#\d\{\}$/i.test(names[users + 1] ?? "") &&
    value.length >= 4 &&
    !isPasswordPlaceholder(value)
  );
}

/** `http.request({ auth: "svc:…" })`, `BASIC_AUTH=admin:…`: a login in one. https://nodejs.org/api/http.html#httprequestoptions-callback */
export function isLoginInOne({ names, value, kind, partial }: Question): boolean {
  const password = /^[\w.@+-]{1,60}:([^\s:]{6,128})$/.exec(value)?.[1];
  return (
    kind === "value" &&
    !partial &&
    password !== undefined &&
    /^(?:auth|basic_?auth|credentials|userpwd)$/i.test(names[0] ?? "") &&
    /[A-Za-z]/.test(password) &&
    (/\d(?:\D*\d){2}/.test(password) || (/\d/.test(password) && !isWords(password))) &&
    !isPlaceholder(password) &&
    !isPasswordPlaceholder(password)
  );
}

/** `bearerAuth({ token: "…" })`: what callers must send, be it a word. https://hono.dev/docs/middleware/builtin/bearer-auth */
export function isBearerToken({ names, value, kind, partial }: Question): boolean {
  return (
    kind === "value" &&
    !partial &&
    names[0] === "token" &&
    /bearer_?auth#\d\{\}$/i.test(names[1] ?? "") &&
    value.length >= 6 &&
    !isPlaceholder(value) &&
    !isEnvironmentName(value)
  );
}

/** `session({ secret: "…" })`, `cookieSession({ keys: ["…"] })`, `super({ secretOrKey: "…" })`. */
export function judgeOption(question: Question): Judgement | undefined {
  const { value, names } = question;
  if (names.length === 0 || question.partial || question.kind !== "value") return undefined;
  if (/^pub(?:lic)?_?key$/i.test(names[0] ?? "")) return undefined;
  const named = names.find((name) => LIBRARY_OPTION.test(name)) ?? (isLibraryObject(names) ? names[1] : undefined);
  // Written into the options themselves, even `"JWT_SECRET"` is the key; of a variable it is the name of one.
  const direct = OPTION.test(names[0] ?? "") && (SIGNING_LIBRARIES.test(names[1] ?? "") || named === names[0]);
  if ((isEnvironmentName(value) && !direct) || isPathLike(value) || value.startsWith("-----BEGIN")) return undefined;
  if (named !== undefined) return { group: "signing", service: undefined, name: named, client: false, used: true };
  // Where it stands itself, or where the variable is used: the option's name comes just before the call.
  const option = names.findIndex(
    (name, index) =>
      OPTION.test(name) &&
      (index === 0 || (index === 1 && question.fallback) || SIGNING_LIBRARIES.test(names[index + 1] ?? "")),
  );
  if (option < 0) return undefined;
  const call = names.slice(option).find((candidate) => SIGNING_LIBRARIES.test(candidate));
  if (call === undefined || (names[option] === "password" && !SEALS.test(`${names[option + 1]} ${call}`)))
    return undefined;
  // fast-jwt: https://github.com/nearform/fast-jwt#createsigner
  if (names[option] === "key" && strength(value) !== "strong" && !/create(?:Signer|Verifier)#0\{\}$/.test(call))
    return undefined;
  return { group: "signing", service: undefined, name: call, client: false, used: true };
}

/** What is called a password there seals cookies. https://hapi.dev/module/cookie https://h3.dev/guide/basics/session */
const SEALS = /iron|sealData|useSession|^cookie \S*auth\.strategy#/i;

/** Options that only these libraries have. */
const LIBRARY_OPTION = /^secretOr(?:Private)?Key$/;

/** `app.keys = ["…"]` of Koa; `const authOptions = { secret: "…" }` of NextAuth; `sessionOptions = { password: "…" }` of iron-session. */
export function isLibraryObject([name = "", owner = ""]: readonly string[]): boolean {
  return name === "keys"
    ? /^(?:app|koa|server)$/.test(owner)
    : name === "secret"
      ? /^(?:next)?auth_?(?:options|config)$/i.test(owner)
      : name === "password" && /^(?:iron_?)?session_?(?:options|config)$/i.test(owner);
}

const OPTION =
  /^(?:secret|secrets|getSecret|key|keys|secretOrKey|secretKey|jwtSecret|signingKey|signingSecret|encryptionKey|cookieSecret|sessionSecret|cookiePassword|secretOrPrivateKey|privateKey|password)$/;
