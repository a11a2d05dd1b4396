/** Packages that hash passwords, and compare one with a hash. */
import type { Term } from "../../model/term.ts";

export function hashesPasswords(packageName: string): boolean {
  return PACKAGES.test(packageName);
}

/** `await bcrypt.hash(body.password, 10)` */
export function isPasswordHash(term: Term): boolean {
  return (
    term.kind === "external" &&
    hashesPasswords(term.package) &&
    /^(?:default\.)?hash(?:Sync)?\(\)$/.test(term.path.join("."))
  );
}

const PACKAGES = /^(?:(?:@node-rs\/)?(?:bcrypt|argon2)|bcryptjs|scrypt)/;
