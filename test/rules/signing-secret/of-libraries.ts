// Keys of libraries that have a call or an option of their own for them.
import Iron from "@hapi/iron";
import { sign as signHook, verify as verifyHook } from "@octokit/webhooks-methods";
import fernet from "fernet";
import { useSession } from "h3";
import { JWK, JWT } from "jose";
import jwt from "jsonwebtoken";
import { getToken } from "next-auth/jwt";
import { V3 } from "paseto";
import { promisify } from "node:util";

export const signed = (payload: object) => JWT.sign(payload, JWK.asKey("tea-for-two")); // expect: signing-secret
export const sealed = (value: object) => Iron.seal(value, "a harbour in the mist of june", Iron.defaults); // expect: signing-secret
export const opened = (value: string) => Iron.unseal(value, process.env.SEAL_KEY, Iron.defaults); // silent: from the environment
export const isHook = (body: string, given: string) => verifyHook("lantern-at-sea", body, given); // expect: signing-secret
export const hook = (body: string) => signHook(process.env.HOOK_SECRET, body); // silent: from the environment
export const kept = new fernet.Secret("«43»"); // expect: signing-secret
export const token = (payload: object) => V3.encrypt(payload, "lantern-at-sea"); // expect: signing-secret
export const read = (given: string) => promisify(jwt.verify)(given, "lantern-at-sea"); // expect: signing-secret
export const parsed = (given: string) => promisify(JSON.parse)(given, "lantern-at-sea"); // silent: verifies nothing
export const session = (event: object) => useSession(event, { password: "keyboard cat" }); // expect: signing-secret
export const named = (event: object) => useSession(event, { name: "keyboard cat", password: process.env.SESSION }); // silent: a name
export const current = (req: object) => getToken({ req, secret: "keyboard cat" }); // expect: signing-secret
export const sessionOptions = { password: "tea for two", cookieName: "harbour" }; // expect: signing-secret
export const formOptions = { password: "tea for two", cookieName: "harbour" }; // silent: a label
export const symmetric = { kty: "oct", k: "«32»" }; // expect: private-key
export const key = { kty: "oct", k: process.env.JWK_K }; // silent: from the environment
server.auth.strategy("login", "cookie", { cookie: { name: "sid", password: "keyboard cat" } }); // expect: signing-secret
server.auth.strategy("bearer", "jwt", { keys: "tea-for-two-4", verify: { aud: false } }); // expect: signing-secret
export const stripeKey = new sst.Secret("StripeKey"); // silent: the name it is kept by
