/** Calls that read a token without its key. */
import type { Term } from "../../model/term.ts";

/** By package, the path of the call. */
const DECODERS: Readonly<Record<string, RegExp>> = {
  jsonwebtoken: /^(?:default\.)?decode\(\)$/,
  jose: /(?:^|\.)decodeJwt\(\)$/,
  "jwt-decode": /^(?:default|jwtDecode|jwt_decode)\(\)$/,
  jws: /^(?:default\.)?decode\(\)$/,
  "@nestjs/jwt": /(?:^|\.)decode\(\)$/,
  "@fastify/jwt": /(?:^|\.)decode\(\)$/,
  "fastify-jwt": /(?:^|\.)decode\(\)$/,
  fastify: /(?:^|\.)jwt\.decode\(\)$/,
  "fast-jwt": /^createDecoder\(\)\.?\(\)$/,
  "hono/jwt": /^decode\(\)$/,
  "hono/utils/jwt": /(?:^|\.)decode\(\)$/,
  "@tsndr/cloudflare-worker-jwt": /^(?:default\.)?decode\(\)$/,
};

/** What the token says, whoever wrote it. */
export function isDecodedToken(part: Term): part is Term & { readonly kind: "external" } {
  return (
    part.kind === "external" &&
    part.arguments !== undefined &&
    DECODERS[part.package]?.test(part.path.join(".")) === true
  );
}
