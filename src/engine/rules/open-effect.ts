/** The worst that anybody can do at an entry point, because nothing on its way asks who is calling. */
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, HOLDS_ENVIRONMENT, holds } from "../link/marks.ts";
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { ServiceModel } from "../model/service-model.ts";
import type { Term } from "../model/term.ts";
import { isAdministrative } from "./administrative.ts";
import { isAnswered } from "./answered.ts";
import { columnsOf, keepsPassword } from "./columns.ts";
import { effectsOn } from "./effects-on.ts";
import { guardedBy } from "./guarded.ts";
import { isOneMore } from "./one-more.ts";
import { isCallers, isTestedForCaller, ownerScoped, requestIds } from "./ownership.ts";
import { isPage, stakeOf } from "./stake.ts";
import { isVisitorForm } from "./visitor-form.ts";

const CHECKS = ["authentication", "role", "ownership", "signature"] as const;

function isCalledByUsers(entry: EntryPoint): boolean {
  return entry.kind === "http" || entry.kind === "action" || entry.kind === "rpc" || entry.kind === "graphql";
}

/** Writes before reads; of those, what nobody could have checked. */
export function worstOpenEffect(entry: EntryPoint, model: ServiceModel): Effect | undefined {
  if (entry.public || entry.unreadable || !isCalledByUsers(entry) || isVisitorForm(entry)) return undefined;
  const open = entry.effects.filter(
    (effect) => matters(entry, effect, model) && guardedBy(entry, effect, CHECKS) === "no",
  );
  const effect = open.find((one) => one.access !== "read") ?? open[0];
  if (effect?.access !== "read" || appChecksLogin(entry, model) || isGrave(entry, effect)) return effect;
  return undefined;
}

function matters(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (effect.access === "read" && (isOfChain(entry, effect) || isTestedForCaller(entry, effect))) return false;
  if (isOfCheck(entry, effect)) return false;
  if (effect.category === "externalApi") return spendsOwnKey(entry, effect, model);
  if (NO_STAKE.has(effect.category)) return false;
  if (effect.access === "read") return isAdministrative(entry) || isPrivateRead(entry, effect, model);
  if (effect.category === "payment" && isPage(effect)) return false;
  return stakeOf(effect) !== "trail" && effect.operation !== "read" && !countsVisit(entry, effect);
}

/** What says nothing of anybody's data, or answers for itself. */
const NO_STAKE: ReadonlySet<Effect["category"]> = new Set(["observability", "cache", "auth"]);

/**
 * Other services answer for themselves, unless they are told to do something in this service's own name: with its key,
 * and what the request says.
 */
function spendsOwnKey(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  const { call } = effect;
  const given = [call.callee, ...call.arguments];
  return (
    effect.access !== "read" &&
    entry.method !== "GET" &&
    given.some((term) => holds(term, HOLDS_ENVIRONMENT)) &&
    given.some((term) => holds(term, HOLDS_CLIENT_DATA)) &&
    !given.some((term) => holds(term, HOLDS_CREDENTIAL)) &&
    appChecksLogin(entry, model)
  );
}

/** Somebody's data is read and given out. */
function isPrivateRead(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (entry.method !== "GET" && entry.method !== "QUERY") return false;
  if (effect.category !== "database" || isPublished(entry, effect) || !isAnswered(entry, effect)) return false;
  // How many there are is told to everybody.
  if (/(?:^|\.)(?:count|countDocuments|aggregate|groupBy|exists|sum|average)$/.test(effect.call.text)) return false;
  const stake = stakeOf(effect);
  if (stake === "trail") return false;
  if (showsNoPerson(effect)) return false;
  if (keepsPassword(effect, model) || isOnlyOpenRead(effect, model) || isOnlyOpenLookAtPersons(effect, model))
    return true;
  return stake !== "ordinary" && !isCatalogue(effect, model);
}

/** The query picks columns, and none is about a person: the hours that are taken. */
function showsNoPerson(effect: Effect): boolean {
  const picked = pickedColumns(effect);
  return picked.length > 0 && !picked.some((name) => OF_SOMEBODY.test(name) || /name|^_?id$/i.test(name));
}

/** `select: { startsAt: true }`, `attributes: ["startsAt"]`. */
function pickedColumns({ call }: Effect): readonly string[] {
  const options = call.arguments.flatMap((argument) => (argument.kind === "object" ? argument.fields : []));
  const picked = options.find(({ key }) => /^(?:select|attributes|columns|projection)$/.test(key ?? ""))?.value;
  if (picked?.kind === "object")
    return picked.fields.flatMap(({ key, value }) => (key !== undefined && !isNo(value) ? [key] : []));
  return picked?.kind === "array"
    ? picked.items.flatMap((item) => (item.kind === "literal" ? [String(item.value)] : []))
    : [];
}

function isNo(value: Term): boolean {
  return value.kind === "literal" && (value.value === false || value.value === 0);
}

/** Names and phone numbers of people stand in the rows, and whoever else reads them is asked who they are. */
function isOnlyOpenLookAtPersons(effect: Effect, model: ServiceModel): boolean {
  const columns = columnsOf(effect, model);
  if (!columns.some((name) => /e_?mail|phone|birth|iban|salary|passport|ssn/i.test(name))) return false;
  // Who knows the number of one parcel may follow it; the list of all is another matter.
  const isList = (one: Effect): boolean => requestIds(one.entryPoint, one).length === 0;
  const others = effectsOn(model, effect).filter(
    (one) =>
      one.entryPoint !== effect.entryPoint &&
      one.access === "read" &&
      isCalledByUsers(one.entryPoint) &&
      isList(effect) === isList(one),
  );
  return others.length > 0 && others.every((one) => guardedBy(one.entryPoint, one, CHECKS) === "yes");
}

/** A page that is shown counts how often: `post.views += 1`. */
function countsVisit(entry: EntryPoint, effect: Effect): boolean {
  if (entry.method !== "GET" || effect.category !== "database") return false;
  const { data } = effect;
  if (effect.operation === "increment") return true;
  return data?.kind === "object" && data.fields.length > 0 && data.fields.every(({ value }) => isOneMore(value));
}

const OF_SOMEBODY =
  /^(?:user|owner|author|account|customer|member|tenant|org|organi[sz]ation|company|patient|student|employee)(?:_?(?:id|uuid|ref))?$|e_?mail|phone|address|birth|iban|card|salary|token/i;

/** The columns are known, and none is about a person: plans, prices, vouchers for all. */
function isCatalogue(effect: Effect, model: ServiceModel): boolean {
  const columns = columnsOf(effect, model);
  return columns.length > 1 && !columns.some((name) => OF_SOMEBODY.test(name));
}

/** Callers store rows of their own here, and whoever reads them is asked who they are, but for this one. */
function isOnlyOpenRead(effect: Effect, model: ServiceModel): boolean {
  if (requestIds(effect.entryPoint, effect).length === 0) return false;
  const others = effectsOn(model, effect).filter((one) => one.entryPoint !== effect.entryPoint);
  const isChecked = (one: Effect): boolean => guardedBy(one.entryPoint, one, CHECKS) === "yes";
  const reads = others.filter((one) => one.access === "read" && isCalledByUsers(one.entryPoint));
  return (
    reads.length > 0 &&
    reads.every(isChecked) &&
    others.some((one) => one.access === "write" && one.data !== undefined && isCallers(one.entryPoint, one.data)) &&
    reads.some((one) => ownerScoped(one.entryPoint, one))
  );
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

/** Middleware that asks who is calling counts requests of a token on its way: that is part of the check. */
function isOfCheck(entry: EntryPoint, effect: Effect): boolean {
  const [outermost] = effect.stack;
  return (
    outermost !== undefined &&
    isOfChain(entry, effect) &&
    entry.guards.some((guard) => guard.kind === "authentication" && guard.name === outermost.text)
  );
}

/** Somebody in this application logs in: an open door beside guarded ones is an oversight. */
export function appChecksLogin(entry: EntryPoint, model: ServiceModel): boolean {
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
