// https://github.com/ferrerojosh/nest-keycloak-connect
import { defineSystem } from "./define-system.ts";

/** Its guards where code of the service calls them; ahead of a route they are read by `frameworks/nest/keycloak.ts`. */
export default defineSystem({
  title: "nest-keycloak-connect",
  category: "auth",
  packages: ["nest-keycloak-connect"],
  clients: [],
  calls: {},
  guards: {
    // A guard of the workspace's own that asks the one it extends: `super.canActivate(context)`.
    "new AuthGuard().canActivate()": { kind: "authentication", how: "throws" },
  },
});
