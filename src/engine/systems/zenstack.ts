// https://zenstack.dev/docs/2.x/reference/runtime-api · https://zenstack.dev/docs/orm/access-control/query
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import prisma from "./prisma.ts";

/** Prisma's client in a wrapper that asks the policies of the schema before each call, and since version 3 one of its own. */
export default defineSystem({
  ...prisma,
  title: "ZenStack",
  packages: ["@zenstackhq/runtime", "@zenstackhq/orm"],
  traits: { ...prisma.traits, allowsByPolicy: true },
  generated: [],
  generatedIn: /\.zenstack(?:\/|$)/,
  clients: ["enhance()", "withPolicy()", "withPresets()", "new ZenStackClient()"],
  same: ["$use", "$setAuth", "$setOptions", "$extends"],
  calls: Object.fromEntries(
    Object.entries(prisma.calls).map(([name, told]) => [
      name,
      (call: CallView) => underPolicies(call, typeof told === "function" ? told(call) : told),
    ]),
  ),
});

function underPolicies(
  call: CallView,
  told: CallDefinition | readonly CallDefinition[] | undefined,
): readonly CallDefinition[] {
  const list = told === undefined ? [] : [told].flat();
  return isForCaller(call) ? list.map((definition) => ({ ...definition, asCaller: true as const })) : list;
}

/** `db.$use(new PolicyPlugin()).$setAuth(user)`; the wrapper asks always. */
function isForCaller({ client }: CallView): boolean {
  if (client.kind !== "external") return false;
  return !client.path.includes("new ZenStackClient()") || client.path.includes("$setAuth()");
}
