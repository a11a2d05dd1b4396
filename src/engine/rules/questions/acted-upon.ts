/** A row that is read for what is then done in the world by what it says. */
import { containingAny, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isAlwaysLimited } from "./private-tables.ts";
import { tableOf } from "./tables.ts";

/**
 * Every endpoint that shows such rows limits them to the caller's own, and here something outside is called, charged or told
 * by the columns of one: `fetch(hook.url, …)`, `stripe.refunds.create({ charge: order.chargeId })`.
 */
export function isActedUpon(entry: EntryPoint, read: Effect, model: ServiceModel): boolean {
  const table = tableOf(read, model);
  if (!table || !isAlwaysLimited(table, model)) return false;
  return entry.effects.some(
    (one) =>
      one.order > read.order &&
      ACTS.has(one.category) &&
      one.access !== "read" &&
      [one.data, one.where, ...one.call.arguments].some((given) => given !== undefined && holdsColumn(given, read)),
  );
}

const ACTS: ReadonlySet<Effect["category"]> = new Set(["payment", "externalApi", "email", "sms", "queue"]);

/** A column of the row, and not just whether it is there. */
function holdsColumn(given: Term, { result }: Effect): boolean {
  const isOfRow = containingAny([result]);
  return (
    isOfRow(given) &&
    someTerm(
      given,
      (part) =>
        (part.kind === "member" && isOfRow(part.of)) ||
        (part.kind === "external" && part.arguments === undefined && part.base !== undefined && isOfRow(part.base)),
    )
  );
}
