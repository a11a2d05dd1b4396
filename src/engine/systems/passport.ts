// https://www.passportjs.org/concepts/authentication/middleware/ · https://docs.nestjs.com/recipes/passport
import type { Term } from "../model/term.ts";
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";
import { itemsOf, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Passport",
  category: "auth",
  packages: ["passport", "@nestjs/passport", "koa-passport", "@fastify/passport"],
  clients: [],
  calls: {},
  guards: {
    "authenticate()|authorize()|AuthGuard()": strategy,
    "new Passport()|new Authenticator()|new KoaPassport().authenticate()": strategy,
    // A guard of the workspace's own that asks the one it extends: `super.canActivate(context)`.
    "new AuthGuard()().canActivate()": (call) => {
      const guard = strategyOf(call.receiver?.kind === "external" ? call.receiver.arguments : undefined);
      return guard && { ...guard, how: "throws" };
    },
  },
});

/** Strategies that send the user to another site to log in: a leg of the login, not a guard. */
const LOGIN_LEG =
  /^(?:google|github|gitlab|bitbucket|facebook|twitter|linkedin|apple|microsoft|azure|discord|slack|spotify|twitch|instagram|steam|line|kakao|naver|yahoo|amazon|dropbox|strava|reddit|patreon|notion|vk|wechat|zoom|saml|oidc|openid|oauth|okta|auth0|keycloak|cas|magic|orcid|figma|shopify|salesforce|hubspot)/i;

function strategy(call: CallView): GuardDefinition | undefined {
  return strategyOf(call.arguments);
}

function strategyOf(args: readonly Term[] = []): GuardDefinition | undefined {
  const names = namesOf(args[0]);
  // Whoever fails the others is let in by this one.
  if (names.includes("anonymous")) return undefined;
  if (names.length > 0 && names.every((name) => name !== undefined && LOGIN_LEG.test(name))) return undefined;
  // With a callback of its own the route decides: passport.authenticate("jwt", (error, user) => …).
  if (args.some((argument) => argument.kind === "function")) return undefined;
  return { kind: "authentication", how: "middleware" };
}

function namesOf(term: Term | undefined): readonly (string | undefined)[] {
  if (term?.kind === "array") return itemsOf(term).map(literalText);
  return term ? [literalText(term)] : [];
}
