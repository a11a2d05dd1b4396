/** Whether a read gives out somebody's data, so that whoever asks should say who they are. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term, TermField } from "../../model/term.ts";
import { isConfidentialColumn } from "../../vocabulary/confidential.ts";
import { isTalk } from "../../vocabulary/conversation.ts";
import { isCustomerColumn } from "../../vocabulary/owner-column.ts";
import { isPublishedPath, isWrittenForAll } from "../../vocabulary/published.ts";
import { isAnswered, isCertainlyAnswered, shownParts } from "./answered.ts";
import { columnsOf, keepsPassword } from "./columns.ts";
import { effectsOn } from "./effects-on.ts";
import { isFoundById } from "./found-by-id.ts";
import { CHECKS, guardedBy, isCalledByUsers } from "./guarded.ts";
import { isOnlyOpenOfModule } from "./module-habits.ts";
import { isFoundByCode } from "./names-rows.ts";
import { oncePerApp } from "./once.ts";
import { isCallers, ownerScoped } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";
import { stakeOf } from "./stake.ts";
import { parentsOf, tableOf } from "./tables.ts";

/** Somebody's data is read and given out. */
export function isPrivateRead(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (!onlyReads(entry)) return false;
  if (effect.category !== "database" || isPublished(entry, effect, model) || !isAnswered(entry, effect)) return false;
  // How many there are is told to everybody.
  if (isNumber(effect) || isOffer(effect) || liesInFoundByCode(entry, effect)) return false;
  if (isFoundByCode(effect) && !showsAccount(effect, model)) return false;
  const stake = stakeOf(effect);
  if (stake === "trail") return false;
  if (isKeptAboutPerson(effect, model)) return true;
  if (showsNoPerson(entry, effect) || showsFaces(entry, effect)) return false;
  // Whoever is not signed in reads rows of nobody.
  if (ownerScoped(entry, effect) && !effect.traits.dropsUndefined) return false;
  if (showsAccount(effect, model) || isOnlyOpenRead(effect, model) || isOnlyOpenLookAtPersons(effect, model))
    return true;
  if (isOnlyOpenOfModule(entry, model) || isOnlyOpenOfTable(effect, model)) return true;
  if (listsPersons(effect, model) || showsConfidential(effect, model) || isOfNamedCustomer(effect)) return true;
  if (stake === "ordinary" && !isTalk(effect.target ?? "")) return false;
  return !isCatalogue(effect, model) || (stake !== "ordinary" && isOpenAlone(entry, model));
}

/** What lies in the one row whose code somebody has: the parcels of an order that is tracked by its number. */
function liesInFoundByCode(entry: EntryPoint, { where, order }: Effect): boolean {
  return (
    where !== undefined &&
    entry.effects.some((one) => one.order < order && isFoundByCode(one) && containsTerm(where, one.result))
  );
}

/** A business that signs in is shown to its customers all the same. */
function showsAccount(effect: Effect, model: ServiceModel): boolean {
  return keepsPassword(effect, model) && !BUSINESS.test(effect.target ?? "");
}

const BUSINESS =
  /^(?:stores?|shops?|vendors?|sellers?|restaurants?|salons?|barber_?shops?|clinics?|hospitals?|hotels?|venues?|gyms?|pharmac(?:y|ies)|doctors?)$/i;

/** A paper or a note about one of those whom a practice or a home keeps books about, by its own id or by theirs. */
function isKeptAboutPerson(effect: Effect, model: ServiceModel): boolean {
  const { where, target = "" } = effect;
  if (isWrittenForAll(target) || where?.kind !== "object" || where.fields.some(({ value }) => isYes(value)))
    return false;
  const columns = tableOf(effect, model)?.columns ?? [];
  const about = columns.find(({ references, optional }) => !optional && KEPT_ABOUT.test(references ?? ""));
  return about !== undefined && where.fields.some(({ key = "" }) => /^_?id$/i.test(key) || isCalled(key, about.name));
}

function isCalled(key: string, column: string): boolean {
  return key.replaceAll("_", "").toLowerCase() === column.replaceAll("_", "").toLowerCase();
}

const KEPT_ABOUT = /^(?:patient|pupil|resident|applicant)s?$/i;

/** Whom a school, a practice or a firm keeps books about, by their names: no page for visitors shows them. */
function listsPersons(effect: Effect, model: ServiceModel): boolean {
  return PERSONS.test(effect.target ?? "") && columnsOf(effect, model).some((name) => OWN_NAME.test(name));
}

const PERSONS =
  /^(?:students?|pupils?|children|patients?|employees?|residents?|clients?|customers?|guests?|leads?|applicants?|candidates?|passengers?|donors?|volunteers?|participants?|attendees?)$/i;
const OWN_NAME = /^(?:(?:first|last|full|sur|given|family)_?name|name|e_?mail|phone(?:_?number)?)$/i;

/** What is looked for by a mark (`{ id, verified: true }`) was meant to be shown. */
function showsConfidential(effect: Effect, model: ServiceModel): boolean {
  const { where } = effect;
  const isMarked = where?.kind === "object" && where.fields.some(({ value }) => isYes(value));
  return !isMarked && columnsOf(effect, model).some((name) => isConfidentialColumn(name));
}

/** Rows of whichever customer, patient or student the request names: `{ customerId: params.customerId }`. */
function isOfNamedCustomer({ where, target = "" }: Effect): boolean {
  if (where?.kind !== "object" || isWrittenForAll(target)) return false;
  return where.fields.some(({ key = "", value }) => isCustomerColumn(key) && holds(value, HOLDS_CLIENT_DATA));
}

function isYes(value: Term): boolean {
  return value.kind === "literal" && value.value === true;
}

/** In MongoDB it gives rows like any other query, unless it groups them. */
function isNumber({ call, via }: Effect): boolean {
  const name = call.text.split(".").at(-1) ?? "";
  if (name === "aggregate" && /^mongo/.test(via))
    return someTerm(
      call.arguments[0] ?? call.callee,
      (part) =>
        part.kind === "object" && part.fields.some(({ key }) => /^\$(?:count|group|sum|bucket)/.test(key ?? "")),
    );
  return /^(?:count|countDocuments|aggregate|groupBy|exists|sum|average)$/.test(name);
}

/** The one discount whose code somebody has, or those that customers may have today. */
function isOffer(effect: Effect): boolean {
  if (!OFFER.test(effect.target ?? "")) return false;
  const { where } = effect;
  const isForToday = where !== undefined && someTerm(where, (part) => part.kind === "unstable" && part.how === "time");
  return isForToday || isFoundByCode(effect);
}

const OFFER = /^(?:promo(?:tion)?_?(?:code)?s?|coupons?|vouchers?|discounts?(?:_?codes?)?|deals?|special_?offers?)$/i;

/** Nothing but this resource is shown to whoever asks: the application is for those who sign in. */
function isOpenAlone(entry: EntryPoint, model: ServiceModel): boolean {
  const { open, asking } = readsOf(entry.app, model);
  return asking >= 5 && [...open].every((file) => file === entry.place.file);
}

/** Files with endpoints that show rows to everybody, and how many endpoints ask who is calling before they show any. */
const readsOf = oncePerApp((app, model) => {
  const reads = model.entryPoints.filter(
    (one) => one.app === app && one.public === undefined && onlyReads(one) && one.effects.some(isShownRow),
  );
  const isOpen = (one: EntryPoint): boolean =>
    one.effects.some((effect) => isShownRow(effect) && guardedBy(one, effect, CHECKS) === "no");
  const open = reads.filter(isOpen);
  return { open: new Set(open.map(({ place }) => place.file)), asking: reads.length - open.length };
});

function isShownRow(effect: Effect): boolean {
  return effect.category === "database" && effect.access === "read";
}

/** Server actions and callable functions have no method, and a search may be sent by POST: what changes nothing reads. */
function onlyReads(entry: EntryPoint): boolean {
  if (entry.method === "GET" || entry.method === "QUERY") return true;
  return (
    (entry.kind === "action" || entry.kind === "http" || entry.kind === "rpc") &&
    entry.effects.every((effect) => effect.access === "read" || effect.category === "observability" || inChain(effect))
  );
}

/** The query picks columns, or the answer parts of the row, and none is about a person: the hours that are taken. */
export function showsNoPerson(entry: EntryPoint, effect: Effect): boolean {
  const shown = shownColumns(entry, effect);
  // Whoever asks by the id knows it.
  const isById = isFoundById(effect);
  if (isById && shown.length > 0 && shown.every((name) => ONLY_NAMES.test(name))) return true;
  const tells = (name: string): boolean =>
    OF_SOMEBODY.test(name) || /name/i.test(name) || (!isById && /^_?id$/i.test(name));
  return shown.length > 0 && !shown.some(tells);
}

/** Of those who offer what is shown, what everybody sees of them: the name and the picture of a doctor, of an author. */
function showsFaces(entry: EntryPoint, effect: Effect): boolean {
  const { where } = effect;
  const isBeside = entry.effects.some(
    (other) =>
      other.order < effect.order && other.target !== effect.target && where && containsTerm(where, other.result),
  );
  if (!isBeside) return false;
  const shown = shownColumns(entry, effect);
  return shown.length > 0 && shown.every((name) => FACE.test(name));
}

const FACE =
  /^(?:_?id|(?:first|last|full|display|user|nick)?_?name|handle|image|avatar|picture|photo|logo|(?:image|avatar|picture|photo|logo)_?url|bio|about|city|country|rating|is_?verified)$/i;

/** What somebody is called, and how they look: whoever knows the id was shown them before. */
const ONLY_NAMES = /^(?:_?id|(?:first|last|full|display|user)?_?name|avatar(?:_?url)?|image(?:_?url)?|picture|photo)$/i;

/** The columns that are asked for or answered with; none where it may be the whole row. */
export function shownColumns(entry: EntryPoint, effect: Effect): readonly string[] {
  const picked = pickedColumns(effect);
  return picked.length > 0 ? picked : (shownParts(entry, effect) ?? []);
}

/** `select: { startsAt: true }`, `attributes: ["startsAt"]`. */
function pickedColumns({ call }: Effect): readonly string[] {
  // https://mongoosejs.com/docs/api/model.html#Model.findOne()
  const [, projection] = /(?:^|\.)find(?:One|ById)?$/.test(call.text) ? call.arguments : [];
  if (projection?.kind === "object" && projection.fields.length > 0 && projection.fields.every(isPicked))
    return projection.fields.flatMap(({ key }) => key ?? []);
  const options = call.arguments.flatMap((argument) => (argument.kind === "object" ? argument.fields : []));
  const picked = options.find(({ key }) => /^(?:select|attributes|columns|projection)$/.test(key ?? ""))?.value;
  // `attributes: { exclude: ["password"] }` of Sequelize leaves all others in.
  if (picked?.kind === "object" && picked.fields.some(({ key }) => key === "exclude" || key === "include")) return [];
  if (picked?.kind === "object") return namesPicked(picked) ?? [];
  return picked?.kind === "array"
    ? picked.items.flatMap((item) => (item.kind === "literal" ? [String(item.value)] : []))
    : [];
}

/** `{ ...shown, avatar: true }`; undefined where what is spread is not known. */
function namesPicked(picked: Term): readonly string[] | undefined {
  if (picked.kind !== "object") return undefined;
  const names = picked.fields.map(({ key, value }) =>
    key === undefined ? namesPicked(value) : isNo(value) ? [] : [key],
  );
  return names.every((some) => some !== undefined) ? names.flat() : undefined;
}

function isPicked({ key, value }: TermField): boolean {
  return key !== undefined && value.kind === "literal" && (value.value === true || value.value === 1);
}

function isNo(value: Term): boolean {
  return value.kind === "literal" && (value.value === false || value.value === 0);
}

/** Names and phone numbers of people stand in the rows, and whoever else reads them is asked who they are. */
function isOnlyOpenLookAtPersons(effect: Effect, model: ServiceModel): boolean {
  const columns = columnsOf(effect, model);
  if (!columns.some((name) => CONTACT.test(name)) || SHOWS_ITSELF.test(effect.target ?? "")) return false;
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

/** Businesses tell everybody how to reach them. */
const SHOWS_ITSELF =
  /(?:stores?|shops?|vendors?|sellers?|business(?:es)?|compan(?:y|ies)|restaurants?|salons?|clinics?|hospitals?|hotels?|venues?|branch(?:es)?|locations?|doctors?|dentists?|agents?|agenc(?:y|ies)|dealers?|gyms?|schools?|pharmac(?:y|ies)|outlets?|pages?|settings?)$/i;

/** How to reach a person, and what nobody else is told. */
const CONTACT = /e_?mail|phone|birth|iban|salary|passport|ssn/i;
/** Or what a person is called who is one among many. */
const PERSONAL = new RegExp(
  `${CONTACT.source}|(?:first|last|full|sur|customer|guest|client|patient|attendee|passenger|recipient|buyer|payer|contact|holder|student|employee|participant)_?names?$`,
  "i",
);
const OF_SOMEBODY = new RegExp(
  `^(?:user|owner|author|account|customer|member|tenant|org|organi[sz]ation|company|patient|student|employee)(?:_?(?:id|uuid|ref))?$|address|card|token|${PERSONAL.source}`,
  "i",
);

/** The columns are known, and none is about a person: plans, prices, vouchers for all. */
function isCatalogue(effect: Effect, model: ServiceModel): boolean {
  const columns = columnsOf(effect, model);
  return columns.length > 1 && !columns.some((name) => OF_SOMEBODY.test(name)) && !isOfPersons(effect, model);
}

/** It stands below rows that are about people: the refund of a booking, the lines of an order. */
function isOfPersons(effect: Effect, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  return (
    table !== undefined &&
    parentsOf(table, model.schema).some(({ columns }) => columns.some(({ name }) => PERSONAL.test(name)))
  );
}

/** Callers store rows of their own here, and whoever reads them is asked who they are, but for this one. */
function isOnlyOpenRead(effect: Effect, model: ServiceModel): boolean {
  if (isWrittenForAll(effect.target ?? "") || BUSINESS.test(effect.target ?? "")) return false;
  const others = effectsOn(model, effect).filter((one) => one.entryPoint !== effect.entryPoint);
  const isChecked = (one: Effect): boolean => guardedBy(one.entryPoint, one, CHECKS) === "yes";
  const reads = others.filter((one) => one.access === "read" && isCalledByUsers(one.entryPoint));
  // A list of all may be a page of what people offer, unless nobody else is shown a row that is not their own.
  const isList = requestIds(effect.entryPoint, effect).length === 0;
  if (isList && !reads.every((one) => isKept(one))) return false;
  return (
    reads.length > 0 &&
    reads.every(isChecked) &&
    others.some((one) => one.access === "write" && one.data !== undefined && isCallers(one.entryPoint, one.data)) &&
    reads.some((one) => ownerScoped(one.entryPoint, one))
  );
}

/**
 * The application shows rows to hardly anybody who is not signed in, and whoever else shows some of this table asks who is
 * calling.
 */
function isOnlyOpenOfTable(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry, target = "" } = effect;
  if (isWrittenForAll(target) || BUSINESS.test(target) || !isShown(effect) || isFoundThroughOther(effect)) return false;
  const { open, asking } = showingRows(entry.app, model);
  if (asking.size < RARELY * open.size) return false;
  const others = [...new Set(effectsOn(model, effect).flatMap((one) => (isShown(one) ? one.entryPoint : [])))];
  const alike = others.filter((other) => asking.has(other)).length;
  return (
    alike >= LEAST_SHOWING && alike >= RARELY * others.filter((other) => other !== entry && open.has(other)).length
  );
}

/** What hangs on other rows is shown with them. */
function isFoundThroughOther({ entryPoint: entry, where, order }: Effect): boolean {
  return where !== undefined && entry.effects.some((one) => one.order < order && containsTerm(where, one.result));
}

/** An application that shows so many times as much to those who are signed in is for them. */
const RARELY = 5;
const LEAST_SHOWING = 3;

const showingRows = oncePerApp((app, model) => {
  const own = model.entryPoints.filter((one) => one.app === app && isCalledByUsers(one) && one.effects.some(isShown));
  const asks = (one: EntryPoint): boolean =>
    one.effects.every((effect) => !isShown(effect) || guardedBy(one, effect, CHECKS) === "yes");
  const isOpen = (one: EntryPoint): boolean =>
    one.effects.some((effect) => isShown(effect) && guardedBy(one, effect, CHECKS) === "no") &&
    !one.effects.some((effect) => isShown(effect) && isPublished(one, effect, model));
  return { open: new Set(own.filter(isOpen)), asking: new Set(own.filter(asks)) };
});

/** A read whose rows stand in the answer of an endpoint that only reads. */
function isShown(effect: Effect): boolean {
  return (
    isShownRow(effect) &&
    !inChain(effect) &&
    onlyReads(effect.entryPoint) &&
    isCertainlyAnswered(effect.entryPoint, effect)
  );
}

/** Callers are shown rows of their own alone, or staff are. */
function isKept(one: Effect): boolean {
  const { entryPoint: entry, result } = one;
  return (
    ownerScoped(entry, one) ||
    guardedBy(entry, one, ["role"]) === "yes" ||
    entry.guards.some(({ kind, proves }) => kind === "ownership" && proves.includes(result))
  );
}

/** Pages and pictures for visitors, and rows found by the name that stands in their address. */
function isPublished(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
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
