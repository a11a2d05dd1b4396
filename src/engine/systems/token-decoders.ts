// https://github.com/auth0/jwt-decode · https://github.com/auth0/node-jws · https://github.com/nearform/fast-jwt#createdecoder
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Token decoders",
  category: "auth",
  packages: ["jwt-decode", "jws", "fast-jwt", "hono/utils/jwt", "@tsndr/cloudflare-worker-jwt"],
  clients: [],
  calls: {},
  decodes: ["default()|jwtDecode()|jwt_decode()|createDecoder()()", "**.decode()"],
});
