/** Identity of a file's content, as the facts cache knows it. */
import { createHash, hash } from "node:crypto";

/**
 * Hash of a file's bytes and of what they are read as: the same text is other facts in a `.tsx` than in a `.json`.
 * `name` is the file's name or path.
 */
export function contentHash(bytes: Uint8Array, name: string): string {
  // `crypto.hash` is several times faster on small inputs, but young: Node 20.12, 21.7.
  const digest =
    typeof hash === "function"
      ? hash("sha256", bytes, "base64url")
      : createHash("sha256").update(bytes).digest("base64url");
  const base = name.slice(name.lastIndexOf("/") + 1);
  const dot = base.lastIndexOf(".");
  return `${digest.slice(0, 27)}:${dot > 0 ? base.slice(dot + 1) : base}`;
}
