/** Whether a value tells who is calling. */
import type { Term } from "../../model/term.ts";
import { HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import { someTerm } from "../terms/terms.ts";
import type { Linker } from "./linker.ts";

/** It comes from a token, a cookie or the session, or from what a package of sign-in told: `(await auth()).user.role`. */
export function tellsOfCaller({ adapters }: Linker, value: Term): boolean {
  if (holds(value, HOLDS_CREDENTIAL)) return true;
  return someTerm(
    value,
    (part) => part.kind === "external" && part.arguments !== undefined && adapters.isAuth(part.package, part.path),
  );
}
