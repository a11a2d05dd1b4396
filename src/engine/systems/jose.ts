// https://github.com/panva/jose/blob/main/docs/jwt/verify/functions/jwtVerify.md
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "jose",
  category: "auth",
  packages: ["jose", "paseto", "oslo/jwt"],
  clients: [],
  calls: {},
  promises: { jwtVerify: 3 },
  // https://github.com/panva/jose/blob/main/docs/util/decode_jwt/functions/decodeJwt.md
  decodes: ["**.decodeJwt()"],
  guards: {
    "jwtVerify()|jwtDecrypt()|compactVerify()|generalVerify()|flattenedVerify()|compactDecrypt()|validateJWT()": {
      kind: "authentication",
      how: "throws",
      keyed: true,
    },
    "V1|V2|V3|V4.verify()|decrypt()": { kind: "authentication", how: "throws", keyed: true },
  },
});
