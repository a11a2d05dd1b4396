/** Reads, and what of them is for visitors. */
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { isPublishedPath } from "../../vocabulary/published.ts";
import { columnsOf, keepsPassword } from "./columns.ts";

/** Server actions and callable functions have no method, and a search may be sent by POST: what changes nothing reads. */
export function onlyReads(entry: EntryPoint): boolean {
  if (entry.method === "GET" || entry.method === "QUERY") return true;
  return (
    (entry.kind === "action" || entry.kind === "http" || entry.kind === "rpc") &&
    entry.effects.every((effect) => effect.access === "read" || BESIDES.has(effect.category) || inChain(effect))
  );
}

/** What is noted or kept at hand beside the answer. */
const BESIDES: ReadonlySet<Effect["category"]> = new Set(["observability", "cache"]);

/** Pages and pictures for visitors, and rows found by the name that stands in their address. */
export function isPublished(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (isPublishedPath(entry.path)) return true;
  // Of somebody's profile their name is shown, and not what they paid, nor the row that they sign in with.
  if (
    !keepsPassword(effect, model) &&
    /(?:^|[/_.-])profiles?(?:[/_.-]|$)/i.test(entry.path) &&
    /profile|user|account|member|author|person/i.test(effect.target ?? "")
  )
    return true;
  const { where } = effect;
  // `/w/:slug/members`: the name finds what the rows stand below, and not the rows.
  const columns = columnsOf(effect, model);
  const isOwn = (key: string): boolean => columns.length === 0 || columns.includes(key.toLowerCase());
  return (
    where?.kind === "object" &&
    where.fields.some(
      (field) =>
        isOwn(field.key ?? "") &&
        /^(?:slug|url|handle|user_?name|domain|sub_?domain|host|hostname|share_?id|public_?id|permalink)$/i.test(
          field.key ?? "",
        ),
    )
  );
}
