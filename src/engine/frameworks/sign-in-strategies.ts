// https://www.passportjs.org/packages/passport-local/ · https://authjs.dev/getting-started/authentication/credentials · https://next-auth.js.org/providers/credentials
import type { Term } from "../model/term.ts";
import { defineFramework, type HandlerShape, type RegisterCall, type Registry } from "./define-framework.ts";

/** Functions that libraries ask who somebody is, given a name and a password. */
export default defineFramework({
  title: "Sign-in strategies",
  packages: [
    "passport-local",
    "next-auth/providers/credentials",
    "next-auth/providers",
    "@auth/core/providers/credentials",
    "@auth/express/providers/credentials",
    "@auth/sveltekit/providers/credentials",
  ],
  receivers: [""],
  watches: true,
  // `done(null, user)`
  responses: { response: { value: "$1" } },
  calls: {
    "Strategy|Credentials|default": eitherOf,
    "default.Strategy|Credentials": eitherOf,
  },
});

/** What is given `authorize` is a provider. */
function eitherOf(call: RegisterCall, model: Registry): void {
  const authorize = call.option(0, "authorize");
  if (authorize?.kind === "function") credentials(call, model, authorize);
  else strategy(call, model);
}

/** `new LocalStrategy((username, password, done) => …)`, `new LocalStrategy({ usernameField: "email" }, …)` */
function strategy(call: RegisterCall, model: Registry): void {
  const handler = call.functions(0).at(-1);
  if (handler?.term.kind !== "function") return;
  const named = (option: string, usual: string) => `body.${nameIn(call, option) ?? usual}` as const;
  const withRequest = call.option(0, "passReqToCallback");
  const shape: HandlerShape = {
    parameters: [
      ...(withRequest?.kind === "literal" && withRequest.value === true ? (["request"] as const) : []),
      named("usernameField", "username"),
      named("passwordField", "password"),
      "response",
    ],
    returns: "response",
  };
  model.signIn({ name: "the local strategy", handler, shape });
}

function nameIn(call: RegisterCall, option: string): string | undefined {
  const value = call.option(0, option);
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}

/** `CredentialsProvider({ authorize: (credentials) => … })` */
function credentials(call: RegisterCall, model: Registry, authorize: Term): void {
  const handler = { term: authorize, place: call.place, name: "authorize" };
  model.signIn({ name: "the credentials provider", handler, shape: CREDENTIALS });
}

const CREDENTIALS = { parameters: ["body", "request"], returns: "response" } as const;
