// Whatever the function is called that reads the environment, and whatever is trimmed of what it read.
export const one = getOptionalEnv("BILLING_API_KEY", "«32»"); // expect: env-fallback
export const two = readEnvVar("BILLING_API_KEY", "«32»"); // expect: env-fallback
export const three = process.env.BILLING_API_KEY?.trim() || "9f1c2d7e-4b6a-4c83-a5d0-3e7f81b2c946"; // expect: env-fallback
export const region = getOptionalEnv("BILLING_REGION", "eu-central-1"); // silent: a region
// file: src/bound.ts
import { get } from "env-var";
export const key = get("BILLING_API_SECRET").default("«40h»").asString(); // expect: provider-token
export const mode = get("BILLING_MODE").default("production").asString(); // silent: a mode
// file: src/atom.ts
import { atom } from "jotai";
export const apiKeyAtom = atom("«40»"); // expect: provider-token
export const apiModeAtom = atom("sandbox-mode"); // silent: a mode
