/** Packages that sign tokens, which whoever shows one is believed by. */
import type { Term } from "../../model/term.ts";

/** A call of the package, by its name without parentheses, signs a token. */
export function signsToken(packageName: string, called: string): boolean {
  return PACKAGES.test(packageName) && /^(?:sign|signAsync|jwtSign)$/.test(called);
}

/** `jwt.sign({ sub: user.id }, key)` */
export function isSignedToken(term: Term): boolean {
  return term.kind === "external" && signsToken(term.package, (term.path.at(-1) ?? "").replace(/\(\)$/, ""));
}

const PACKAGES = /^(?:jsonwebtoken|@nestjs\/jwt|jose|@fastify\/jwt)$/;
