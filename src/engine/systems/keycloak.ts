// https://www.npmjs.com/package/@keycloak/keycloak-admin-client · https://www.keycloak.org/docs-api/latest/rest-api/index.html
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Keycloak (admin)",
  category: "auth",
  packages: ["@keycloak/keycloak-admin-client", "keycloak-admin"],
  clients: ["new default()", "new KcAdminClient()", "new KeycloakAdminClient()"],
  calls: {
    "*.create": { access: "write", operation: "insert", target: "$*", data: "$0" },
    "*.update": { access: "write", operation: "set", target: "$*", where: "$0", data: "$1" },
    "*.del": { access: "write", operation: "delete", target: "$*", where: "$0" },
    "*.resetPassword": { access: "write", operation: "set", target: "$*", where: "$0", data: "$0" },
    "*.add*|set*|logout*|del*|remove*": { access: "write", operation: "set", target: "$*", where: "$0" },
    "*.send*|execute*": { access: "call", target: "$*", where: "$0" },
    "*.find*|list*|get*|count*": { access: "read", target: "$*", where: "$0" },
  },
});
