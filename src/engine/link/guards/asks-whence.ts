/** Tests of where a request comes from: of a list of addresses, of pages. */
import type { Term } from "../../model/term.ts";
import { someTerm, termsOutside, termsWithin } from "../terms/terms.ts";
import { looksWhence, tellsNetwork, tellsWhence } from "../terms/whence.ts";
import type { IdentityView } from "./identity.ts";

/** All that the tests ask of the request is where it comes from, and not what its address found. */
export function askWhence(tests: readonly Term[], view: IdentityView): boolean {
  const rows = view.effects.filter(({ where }) => !where || !(view.isCredential(where) || view.isIdentity(where)));
  const filters = tests.flatMap((test) => [...termsWithin(test)].filter(looksWhence));
  const apart = new Set([...rows.map(({ result }) => result), ...filters]);
  const sent = tests.flatMap((test) => [...termsOutside(test, apart)].filter((part) => part.kind === "input"));
  return sent.length + filters.length > 0 && sent.every(tellsWhence);
}

/** One of them asks from which network, and not only for the page or the host, which any caller may write. */
export function askNetwork(tests: readonly Term[]): boolean {
  return tests.some((test) => someTerm(test, tellsNetwork));
}
