// Keys given to calls of what is required in place, to cookies, and in objects that say whose they are.
import cookieParser from "cookie-parser";
import expressJwt from "express-jwt";
import { readFileSync } from "node:fs";

export const digest = (text: string) => require("crypto").createHmac("sha256", "oiuneawrgiyubaegr").update(text); // expect: signing-secret
export const random = () => require("crypto").randomBytes(16, "oiuneawrgiyubaegr"); // silent: no key
export const sealed = (text: string) => require("crypto-js/aes").encrypt(text, "oiuneawrgiyubaegr"); // expect: signing-secret
export const visitor = (value: string) => cookieParser.signedCookie(value, "9f86d081884c7d659a2feaa0c55ad015"); // expect: signing-secret
export const plain = (value: string) => cookieParser.JSONCookie(value); // silent: no key
export const SECRET_KEY = "9XJcj90y!X%KvLh#cG!&$ra(L(isX-ee8wqr18wr)(s9k^3G%k"; // expect: signing-secret
export const SECRET_KEY_SOURCE = "load(config.secrets(KEY), options(KEY))"; // silent: code

export const publicKey = readFileSync ? readFileSync("keys/jwt.pub", "utf8") : "placeholder-public-key"; // silent: public
export const guard = expressJwt({ secret: publicKey, algorithms: ["RS256"] });
// file: src/jwt.constants.ts
export const jwtConstants = { secret: "hello-world-secret" }; // expect: signing-secret
export const vault = { secret: "app-login-secret" }; // silent: the name of a secret
// file: .env
JWT_SECRET=s3cr3t # expect: committed-env-file
SESSION_SECRET=SECRET # silent: a placeholder
// file: src/followed.ts
import jwt from "jsonwebtoken";

const getKey = () => "green-river-8"; // expect: signing-secret
const getIssuer = () => "green-river-8"; // silent: an issuer
export const issue = (id: string) => jwt.sign({ id }, getKey(), { issuer: getIssuer() });
// file: src/auth.module.ts
export const sockets = socketioJwt.authorize({ secret: "blue-river-9", handshake: true }); // expect: signing-secret
// file: src/keys-by-name.ts
export const HMAC_KEY = "blue-river-9"; // expect: signing-secret
export const HMAC_KEY_NAME = "blue-river-9"; // silent: a name
export const PEPPER = "blue-river-9"; // expect: signing-secret
// file: config/default.yml
jwt:
  secret: blue-river-9 # expect: signing-secret
  issuer: blue-river-9 # silent: an issuer
