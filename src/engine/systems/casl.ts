// https://casl.js.org/v6/en/guide/intro · https://casbin.org/docs/overview
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Permissions",
  category: "auth",
  packages: ["@casl/ability", "casbin", "accesscontrol"],
  clients: [],
  calls: {},
  guards: {
    "ForbiddenError.from().**.throwUnlessCan()": { kind: "role", how: "throws" },
    "createMongoAbility()|defineAbility()|createAliasResolver().can()|cannot()": { kind: "role", how: "returns" },
    "new Ability()|new PureAbility()|new MongoAbility().can()|cannot()": { kind: "role", how: "returns" },
    "new AbilityBuilder().build().can()|cannot()": { kind: "role", how: "returns" },
    "newEnforcer().enforce()|enforceSync()": { kind: "role", how: "returns" },
    "new AccessControl().can().**": { kind: "role", how: "returns" },
  },
});
