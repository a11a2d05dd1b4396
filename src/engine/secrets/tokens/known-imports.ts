/**
 * What packages that sign, encrypt or hash are called in a file: `import { sign } from "jsonwebtoken"` makes `sign(…)`
 * the same as `jwt.sign(…)`.
 */
import { importedNames } from "./imported-names.ts";
import type { Tokens } from "./lexer.ts";
import { type Surroundings, surroundings } from "./sites.ts";

/** The name under which calls of a package are known. */
const PACKAGES: Readonly<Record<string, string>> = {
  jsonwebtoken: "jwt",
  "jwt-simple": "jwt",
  "hono/jwt": "jwt",
  jws: "jwt",
  njwt: "jwt",
  "@tsndr/cloudflare-worker-jwt": "jwt",
  "express-session": "session",
  "cookie-session": "cookieSession",
  "koa-session": "koaSession",
  "cookie-parser": "cookieParser",
  "cookie-signature": "cookieSignature",
  "express-basic-auth": "basicAuth",
  "express-jwt": "expressjwt",
  "koa-jwt": "koaJwt",
  "crypto-js": "CryptoJS",
  "crypto-js/aes": "AES",
  "crypto-js/hmac-sha256": "HmacSHA256",
  "crypto-js/hmac-sha512": "HmacSHA512",
  bcrypt: "bcrypt",
  bcryptjs: "bcrypt",
  argon2: "argon2",
  "@hapi/iron": "Iron",
  "@octokit/webhooks-methods": "webhooksMethods",
  sequelize: "",
  crypto: "",
  "node:crypto": "",
};

/** Reads surroundings of expressions, with callees by their known names. */
export function knownSurroundings(tokens: Tokens): (first: number, last: number) => Surroundings {
  const known = new Map<string, string>();
  if (MENTIONED.test(tokens.text)) {
    for (const [local, { module, path }] of importedNames(tokens, (name) => name in PACKAGES)) {
      const name = PACKAGES[module] as string;
      const [exported] = path as [string];
      const whole = exported === "default" || exported === "*";
      const canonical = whole ? name : name === "" ? exported : `${name}.${exported}`;
      if (canonical !== "" && canonical !== local) known.set(local, canonical);
    }
  }
  if (known.size === 0) return (first, last) => surroundings(tokens, first, last);
  const rename = (name: string): string => {
    const match = /^(new )?([\w$]+)(?=.*#)/.exec(name);
    const canonical = match === null ? undefined : known.get(match[2] as string);
    return match === null || canonical === undefined
      ? name
      : `${match[1] ?? ""}${canonical}${name.slice(match[0].length)}`;
  };
  return (first, last) => {
    const found = surroundings(tokens, first, last);
    return { ...found, names: found.names.map(rename) };
  };
}

const MENTIONED =
  /["'](?:jsonwebtoken|jwt-simple|hono\/jwt|jws|njwt|@tsndr|express-|cookie-|koa-|@hapi\/iron|@octokit\/webhooks-|crypto|node:crypto|bcrypt|argon2|sequelize)/;
