/** The worst that anybody can do at an entry point, because nothing on its way asks who is calling. */
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { guardedBy } from "./guarded.ts";
import { stakeOf } from "./stake.ts";

const CHECKS = ["authentication", "role", "ownership", "signature"] as const;

function isCalledByUsers(entry: EntryPoint): boolean {
  return entry.kind === "http" || entry.kind === "action" || entry.kind === "rpc" || entry.kind === "graphql";
}

/** Writes before reads; of those, what nobody could have checked. */
export function worstOpenEffect(entry: EntryPoint, model: ServiceModel): Effect | undefined {
  if (entry.public || entry.unreadable || !isCalledByUsers(entry)) return undefined;
  const open = entry.effects.filter((effect) => matters(entry, effect) && guardedBy(entry, effect, CHECKS) === "no");
  const effect = open.find((one) => one.access !== "read") ?? open[0];
  if (!effect || appChecksLogin(entry, model) || isGrave(entry, effect)) return effect;
  return undefined;
}

function matters(entry: EntryPoint, effect: Effect): boolean {
  if (effect.access === "read" && isOfChain(entry, effect)) return false;
  if (effect.category === "observability" || effect.category === "cache" || effect.category === "auth") return false;
  const stake = stakeOf(effect);
  if (effect.access === "read")
    return (
      isAdministrative(entry) ||
      (!isPublished(entry, effect) &&
        stake !== "ordinary" &&
        stake !== "trail" &&
        effect.category === "database" &&
        (entry.method === "GET" || entry.method === "QUERY"))
    );
  return stake !== "trail" && effect.operation !== "read";
}

/** Pages and pictures for visitors, and rows found by the name that stands in their address. */
function isPublished(entry: EntryPoint, effect: Effect): boolean {
  if (
    /(?:^|[/_.-])(?:shared?|public|published|profiles?|p|embed|branding|logos?|avatars?|images?|og|opengraph|opengraph-image|thumbnails?|assets|feed|rss|sitemap)(?:[/_.-]|$)/i.test(
      entry.path,
    )
  )
    return true;
  const { where } = effect;
  return (
    where?.kind === "object" &&
    where.fields.some((field) =>
      /^(?:slug|url|handle|user_?name|domain|sub_?domain|host|hostname|share_?id|public_?id|permalink)$/i.test(
        field.key ?? "",
      ),
    )
  );
}

/** Middleware reads to find out who is calling: that is the check, not what it protects. */
function isOfChain(entry: EntryPoint, effect: Effect): boolean {
  const [outermost] = effect.stack;
  return entry.chain.some(({ place }) => place.file === outermost?.place.file && place.at[0] === outermost.place.at[0]);
}

/** Somebody in this application logs in: an open door beside guarded ones is an oversight. */
function appChecksLogin(entry: EntryPoint, model: ServiceModel): boolean {
  return model.entryPoints.some(
    (other) =>
      other.app === entry.app && other.guards.some((guard) => guard.kind === "authentication" || guard.kind === "role"),
  );
}

export function isGrave(entry: EntryPoint, effect: Effect): boolean {
  return (
    isAdministrative(entry) ||
    effect.operation === "charge" ||
    (effect.operation === "delete" && stakeOf(effect) !== "ordinary")
  );
}

export function isAdministrative(entry: EntryPoint): boolean {
  return /(?:^|\/)(?:admin|internal|backoffice|back-office|superuser|staff)(?:\/|$)/i.test(entry.path);
}
