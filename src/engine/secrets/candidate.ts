/**
 * Decides whether a string literal in code may be a secret, so that its value never enters the facts.
 *
 * Runs for every literal of every parsed file: the cheapest tests first, nothing that backtracks.
 * "May be" is on purpose wider than what is reported: `find-secrets.ts` decides that.
 */
import type { SecretCandidate } from "../facts/file-facts.ts";
import { maskSecret, secretFingerprint } from "./fingerprint.ts";
import { identifyProvider } from "./identify-provider.ts";
import { nameRole } from "./secret-names.ts";
import { describeShape, isWordlike, randomLooking } from "./shape.ts";

/**
 * The candidate for a literal, or undefined for an ordinary one.
 *
 * @param names Names it goes by, innermost first: variable, property, environment name, header, `callee#argument`.
 * @param salt A workspace's own salt for fingerprints.
 */
export function secretCandidate(
  value: string,
  names: readonly string[],
  salt = "",
): Omit<SecretCandidate, "at"> | undefined {
  if (value.length < 4) return undefined;
  const provider = identifyProvider(value, names);
  if (provider === undefined && !mayBeSecret(value, names)) return undefined;
  return {
    masked: maskSecret(value),
    fingerprint: secretFingerprint(value, salt),
    ...(provider === undefined ? {} : { provider }),
    shape: describeShape(value),
    names: [...names],
  };
}

function mayBeSecret(value: string, names: readonly string[]): boolean {
  if (value.length > 4096) return false;
  if (value.includes("://")) return /:\/\/[^\s/:@]*:[^\s/@]+@/.test(value);
  let role: ReturnType<typeof nameRole>;
  for (const name of names) {
    role = nameRole(name);
    if (role !== undefined) break;
  }
  if (role === "public") return false;
  if (role === "sink") return true;
  if (/\s/.test(value)) return false;
  if (role === "password" || role === "signing")
    return !/^[./@]|^[A-Z][A-Z0-9_]+$|^[a-z]+(?:[A-Z][a-z]+)+$/.test(value);
  if (role === "credential") return value.length >= 8 && !isWordlike(value);
  return value.length >= 20 && value.length <= 256 && /\d/.test(value) && !isWordlike(value) && randomLooking(value);
}
