/**
 * What a name says about the value behind it.
 *
 * `sink`: a position that only takes a secret (`jwt.sign#1`). `signing`: a key that signs, verifies or encrypts.
 * `password`, `credential`: tokens, API keys, client secrets. `public`: publishable keys, ids, names of things.
 * The answer is remembered by name: a code base has few names.
 */

export type NameRole = "sink" | "signing" | "password" | "credential" | "public";

const remembered = new Map<string, NameRole | undefined>();

/** The role of one name: a variable, property, environment name, header or `callee#argument`. */
export function nameRole(name: string): NameRole | undefined {
  if (remembered.has(name)) return remembered.get(name);
  const role = decide(name);
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(name, role);
  return role;
}

function decide(name: string): NameRole | undefined {
  if (name.includes("#")) return SINKS.test(name) ? "sink" : undefined;
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (PUBLIC.test(words)) return "public";
  if (SIGNING.test(words)) return "signing";
  if (PASSWORD.test(words)) return "password";
  if (CREDENTIAL.test(words)) return "credential";
  return undefined;
}

const SINKS =
  /(?:^|\.)(?:jwt|jsonwebtoken|jose|jws)\.(?:sign|verify)(?:Async|Sync)?#1$|(?:^|\.)createHmac#1$|(?:^|\.)create(?:Cipher|Decipher)(?:iv)?#1$|(?:^|\.)(?:scrypt|pbkdf2)(?:Sync)?#0$|(?:^|\.)cookieParser#0$/;

const PUBLIC =
  /(?:^|_)(?:public|publishable|pub|anon|site|client_id|measurement|tracking|analytics)(?:_|$)|_(?:name|names|id|ids|label|title|placeholder|message|error|field|header|path|url|uri|type|regex|pattern|length|prefix|hash|hint|expiry|expires|ttl|max|min|count|limit|param|params|schema|policy|column|cookie|selector|endpoint|version|algorithm|description|text)$/;

const SIGNING =
  /(?:jwt|session|cookie|signing|signature|hmac|encryption|encrypt|cipher|aes|crypto|csrf|auth|nextauth|webhook|access_token|refresh_token|token|app|hash)_(?:secret|key|salt|secret_key)s?(?:_|$)|(?:^|_)(?:private_key|secret_key|secret_key_base|pepper)(?:_|$)|(?:^|_)secret$/;

const PASSWORD = /(?:^|_)(?:password|passwd|passphrase|pass|pwd|passcode|master_key|admin_key|root_pw|pw)\d*(?:_|$)|password$/;

const CREDENTIAL =
  /(?:^|_)(?:secret|secrets|token|tokens|api_?key|apikey|access_key|auth_key|authorization|bearer|credential|credentials|key|auth|webhook)\d*(?:_|$)|(?:token|secret|apikey)$/;
