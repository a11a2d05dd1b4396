// https://github.com/auth0/node-jsonwebtoken#jwtverifytoken-secretorpublickey-options-callback
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";

export default defineSystem({
  title: "jsonwebtoken",
  category: "auth",
  packages: ["jsonwebtoken", "njwt", "@nestjs/jwt"],
  clients: [],
  calls: {},
  decodes: ["**.decode()"],
  guards: {
    "verify()": verify,
    "new JwtService().verify()|verifyAsync()": { kind: "authentication", how: "throws", keyed: true },
  },
});

/** With a callback the error is given to it: what it does with it is in the code. */
function verify(call: CallView): GuardDefinition | undefined {
  return call.arguments.at(-1)?.kind === "function"
    ? undefined
    : { kind: "authentication", how: "throws", keyed: true };
}
