// https://elysiajs.com/plugins/jwt: `verify` gives what the token says, or false.
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "@elysiajs/jwt",
  category: "auth",
  packages: ["@elysiajs/jwt"],
  clients: [],
  calls: {},
  guards: { "jwt()|default().verify()": { kind: "authentication", how: "returns", keyed: true } },
});
