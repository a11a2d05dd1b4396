/** Whether a test is about a signature, or about a row that was looked up by a keyed hash, which signs nothing. */
import type { EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { HOLDS_SIGNATURE, holds } from "../terms/marks.ts";
import { partsOf } from "../terms/terms.ts";
import type { IdentityView } from "./identity.ts";

/**
 * `createHmac("sha256", key).update(body).digest("hex") !== sent`, and not `await wallets.findOne({ index: hmac(address) })`:
 * a column that holds hashes (a blind index) is searched by the hash of what anybody sends.
 */
export function asksSignature(test: Term, view: IdentityView): boolean {
  if (!holds(test, HOLDS_SIGNATURE)) return false;
  return asksBeside(test, new Set(rowsOf(view.effects)));
}

/** `seen`: rows, and what is known to ask for no signature. Tests share their parts. */
function asksBeside(test: Term, seen: Set<Term>): boolean {
  if (!holds(test, HOLDS_SIGNATURE) || seen.has(test)) return false;
  seen.add(test);
  const parts = partsOf(test).filter((part) => holds(part, HOLDS_SIGNATURE));
  return parts.length === 0 || parts.some((part) => asksBeside(part, seen));
}

const known = new WeakMap<readonly EffectEvent[], ReadonlySet<Term>>();

function rowsOf(effects: readonly EffectEvent[]): ReadonlySet<Term> {
  let rows = known.get(effects);
  if (!rows) {
    rows = new Set(effects.flatMap(({ category, result }) => (category === "database" ? [result] : [])));
    known.set(effects, rows);
  }
  return rows;
}
