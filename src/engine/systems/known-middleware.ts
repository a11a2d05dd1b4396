/** Packages of middleware by what they do: a kind of guard, or `"none"` where they refuse nobody. */
import type { GuardKind } from "../model/guard.ts";

export const KNOWN_MIDDLEWARE: Readonly<Record<string, GuardKind | "none">> = {
  cors: "none",
  helmet: "none",
  compression: "none",
  morgan: "none",
  "body-parser": "none",
  "cookie-parser": "none",
  "express-session": "none",
  multer: "none",
  "express-rate-limit": "rateLimit",
};
