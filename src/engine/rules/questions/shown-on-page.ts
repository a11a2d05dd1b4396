/** What a page shows of somebody's rows: there is no other ground for a finding on a page. */
import { isSent } from "../../link/terms/sent.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { GuardKind } from "../../model/guard.ts";
import { isCertainlyAnswered } from "./answered.ts";
import { stakeOf } from "./stake.ts";

/**
 * Pages are made to be looked at, and parts of them stand where nobody reads along (components, what the browser fetches): a
 * row counts where it is at stake, is rendered for certain, and nothing on the way asks whose it is, on whichever branch.
 */
export function isShownOnPage(entry: EntryPoint, effect: Effect): boolean {
  if (effect.access !== "read" || inChain(effect) || !AT_STAKE.has(stakeOf(effect))) return false;
  if (entry.guards.some(({ kind }) => TELLING_WHOSE.has(kind))) return false;
  return isCertainlyAnswered(entry, effect) && !isComparedWithSent(entry, effect);
}

const AT_STAKE: ReadonlySet<ReturnType<typeof stakeOf>> = new Set(["money", "account", "message", "record"]);
const TELLING_WHOSE: ReadonlySet<GuardKind> = new Set(["ownership", "role", "signature"]);

/** `if (!matches(booking.tokenHash, token)) notFound()`: whoever has the link was given what the row is compared with. */
function isComparedWithSent({ trail }: EntryPoint, { result, order }: Effect): boolean {
  const row = new Set([result]);
  return trail.events.some(
    (event) =>
      event.kind === "check" &&
      event.order > order &&
      containsTerm(event.test, result) &&
      someTerm(event.test, isSent, row),
  );
}
