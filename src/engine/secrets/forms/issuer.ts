/** Who issued a JSON Web Token, by its payload. RFC 7519, section 4.1.1. */

import { serviceTitle } from "../found-names.ts";
import { vendorOfHost } from "../judge/vendor.ts";
import { decodeBase64 } from "../tokens/cook.ts";

/** `"Supabase"`, `"Kubernetes"`, the name of the issuer's host; undefined where the payload does not say. */
export function issuerOf(token: string): string | undefined {
  const payload = decodeBase64(token.split(".")[1] ?? "");
  const issuer = payload === undefined ? undefined : /"iss"\s*:\s*"([^"]{1,200})"/.exec(payload)?.[1];
  if (issuer === undefined) return undefined;
  if (issuer.startsWith("kubernetes/")) return "Kubernetes";
  if (/^[a-z]{3,20}$/.test(issuer)) return serviceTitle(issuer);
  const vendor = vendorOfHost(`${issuer} `);
  return vendor === undefined ? undefined : serviceTitle(vendor);
}
