/** Endpoints for machines of a known network: a list of addresses is asked ahead of them. */
import { somePart } from "../../link/terms/terms.ts";
import { tellsNetwork } from "../../link/terms/whence.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import { oncePerEntry } from "./once.ts";

/** Who calls from elsewhere is refused ahead of the effect. That says nothing of which person calls. */
export function isFromKnownNetwork(entry: EntryPoint, effect: Effect): boolean {
  if (entry.kind !== "webhook" && !OF_MACHINES.test(entry.path)) return false;
  return (
    entry.guards.some((guard) => guard.order < effect.order && guard.detail.includes("network")) ||
    firstCheckOfNetwork(entry) < effect.order
  );
}

/** Where on the way the caller's address is first asked about; never is infinite. */
const firstCheckOfNetwork = oncePerEntry(
  ({ trail }) =>
    trail.events.find((event) => event.kind === "check" && asksNetwork(event.test))?.order ?? Number.POSITIVE_INFINITY,
);

const asksNetwork = somePart(tellsNetwork);

const OF_MACHINES = /hook|callback|ipn|notif|internal|cron|metrics|admin|backoffice|probe|health/i;
