// https://github.com/kelektiv/node.bcrypt.js · https://github.com/ranisalt/node-argon2
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Password hashes",
  category: "auth",
  packages: ["bcrypt", "bcryptjs", "argon2", "@node-rs/argon2", "@node-rs/bcrypt", "oslo/password", "scrypt-kdf"],
  clients: [],
  calls: {},
  promises: { compare: 2, verify: 3 },
  guards: { "compare()|compareSync()|verify()|verifySync()": { kind: "authentication", how: "returns" } },
});
