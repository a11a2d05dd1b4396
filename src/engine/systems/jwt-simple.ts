// https://github.com/hokaccha/node-jwt-simple
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";

export default defineSystem({
  title: "jwt-simple",
  category: "auth",
  packages: ["jwt-simple"],
  clients: [],
  calls: {},
  guards: { "decode()": decode },
});

/** It verifies, whatever it is called, unless it is told not to: `decode(token, key, true)`. */
function decode(call: CallView): GuardDefinition | undefined {
  const [, , unverified] = call.arguments;
  return unverified?.kind === "literal" && unverified.value === true
    ? undefined
    : { kind: "authentication", how: "throws", keyed: true };
}
