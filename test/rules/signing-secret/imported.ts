// file: src/constants.ts
export const jwtConstants = { secret: "catapult" }; // expect: signing-secret
const word = "shoppy"; // expect: signing-secret
export { word as HMAC_WORD };
export const GREETING = "welcome"; // silent: nobody signs with it
// file: src/settings.ts
const settings = { phrase: process.env.PHRASE || "pepperoni", label: "pepperoni" }; // expect: env-fallback
export default settings;
// file: src/config.js
module.exports = { port: 3000, auth: { phrase: "mustard" }, menu: { phrase: "ketchup" } }; // expect: signing-secret
// file: src/index.ts
export * from "./constants";
export { default as settings } from "./settings";
// file: src/app.ts
import { createHmac } from "node:crypto";
import { JwtModule } from "@nestjs/jwt";
import session from "express-session";
import jwt from "jsonwebtoken";
import { GREETING, HMAC_WORD, jwtConstants, settings } from "./index";
const config = require("./config");

export const greeting = GREETING.length; // silent: only its length
export const sessions = session({ secret: settings.phrase, name: settings.label }); // silent: reported where it stands
export const module = JwtModule.register({ secret: jwtConstants.secret }); // silent: reported where it stands
export const digest = createHmac("sha256", HMAC_WORD).update("text").digest("hex"); // silent: reported where it stands
export const read = (token: string) => jwt.verify(token, config.auth.phrase); // silent: reported where it stands
