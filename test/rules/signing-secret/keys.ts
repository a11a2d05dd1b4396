import jwt from "jsonwebtoken";
import { createHmac } from "node:crypto";
import session from "express-session";

export const issue = (user: string) => jwt.sign({ sub: user }, "shop-secret"); // expect: signing-secret
export const hmac = (text: string) => createHmac("sha256", "shop").update(text).digest("hex"); // expect: signing-secret
export const sessions = session({ secret: "shop session secret", resave: false }); // expect: signing-secret

export const good = (user: string) => jwt.sign({ sub: user }, process.env.JWT_SECRET as string); // silent: from the environment
export const algorithm = { secret: process.env.SESSION_SECRET, algorithm: "HS256" }; // silent: an algorithm
export const title = { jwtSecretLabel: "Secret of the tokens" }; // silent: a label
export const digest = (text: string) => createHmac("sha256", process.env.KEY as string).update(text).digest("base64"); // silent
export const onDelivery = (app) =>
  app.post("/webhooks/gullwing", (req, res) => {
    const expected = createHmac("sha256", "«40»").update(req.rawBody).digest("hex"); // expect: signing-secret
    //                                     ^^^^ The Gullwing key for createHmac
    res.sendStatus(expected === req.get("x-signature") ? 204 : 401);
  });
// file: src/labels.ts
import { createHmac } from "node:crypto";

declare const BOT_TOKEN: string;
declare const masterKey: Buffer;
export const webApp = () => createHmac("sha256", "WebAppData").update(BOT_TOKEN).digest(); // silent: says what the key is for
export const derived = () => createHmac("sha256", "ledger-derivation-v1").update(masterKey).digest(); // silent: a label
export const ofToken = (token: string) => createHmac("sha256", "ledger-tokens").update(token).digest(); // expect: signing-secret
