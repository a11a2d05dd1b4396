// https://github.com/sergiodxa/remix-auth/tree/v3.7.0#usage · https://github.com/sergiodxa/remix-auth#usage
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "Remix Auth",
  category: "auth",
  packages: ["remix-auth"],
  clients: [],
  calls: {},
  guards: { "new Authenticator().isAuthenticated()": isAuthenticated, "new Authorizer().authorize()": authorize },
});

/**
 * Throws for whoever is not signed in, and for whom one of the rules says no.
 * https://github.com/sergiodxa/remix-auth/blob/v3.7.0/docs/authorizer.md
 */
function authorize(call: CallView): GuardDefinition {
  const rules = [field(call.arguments[1], "rules"), call.earlier("Authorizer", 1)];
  const asks = rules.some((one) => one?.kind === "array" && one.items.length > 0);
  return { kind: asks ? "role" : "authentication", how: "throws" };
}

/** With `failureRedirect` whoever is not signed in is sent away; without it the call gives `null` for them. */
function isAuthenticated(call: CallView): GuardDefinition {
  const refuses = field(call.arguments[1], "failureRedirect") !== undefined;
  return { kind: "authentication", how: refuses ? "throws" : "returns" };
}
