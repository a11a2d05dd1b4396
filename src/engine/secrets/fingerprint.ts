/**
 * Names a secret without showing it: the masked form for people, the fingerprint for machines.
 *
 * Only these two leave the secrets folder. The value itself stands in no fact, message, cache or export.
 */
import { sha256 } from "./sha256.ts";

/** Keeps fingerprints apart from plain SHA-256 sums of the same value, which circulate in lists of leaked ones. */
const SALT = "hardpath/secret/1";

/**
 * Salted hash of the value, 32 hexadecimal characters. The same value has the same fingerprint in every file.
 *
 * @param salt A workspace's own salt, where the host has one.
 */
export function secretFingerprint(value: string, salt = ""): string {
  return sha256(`${SALT}\0${salt}\0${value}`).slice(0, 32);
}

/** Such as `sk_l…9f2a (32)`. Short values show nothing: any character of a password is too many. */
export function maskSecret(value: string): string {
  const oneLine = value.replace(/\s+/g, " ").trim();
  const length = value.length;
  if (oneLine.startsWith("-----BEGIN ")) return `${oneLine.slice(0, oneLine.indexOf("-----", 11) + 5)}… (${length})`;
  if (oneLine.length >= 24) return `${oneLine.slice(0, 4)}…${oneLine.slice(-4)} (${length})`;
  if (oneLine.length >= 16) return `${oneLine.slice(0, 3)}…${oneLine.slice(-2)} (${length})`;
  return `•••• (${length})`;
}
