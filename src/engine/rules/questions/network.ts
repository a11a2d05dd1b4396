/** Endpoints for machines of a known network: a list of addresses is asked ahead of them. */
import { someTerm } from "../../link/terms/terms.ts";
import { tellsNetwork } from "../../link/terms/whence.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";

/** Who calls from elsewhere is refused ahead of the effect. That says nothing of which person calls. */
export function isFromKnownNetwork(entry: EntryPoint, effect: Effect): boolean {
  if (entry.kind !== "webhook" && !OF_MACHINES.test(entry.path)) return false;
  return (
    entry.guards.some((guard) => guard.order < effect.order && guard.detail.includes("network")) ||
    entry.trail.events.some(
      (event) => event.kind === "check" && event.order < effect.order && someTerm(event.test, tellsNetwork),
    )
  );
}

const OF_MACHINES = /hook|callback|ipn|notif|internal|cron|metrics|admin|backoffice|probe|health/i;
