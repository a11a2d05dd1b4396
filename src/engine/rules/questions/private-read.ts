/** Whether a read gives out somebody's data, so that whoever asks should say who they are. */

import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { BUSINESS } from "../../vocabulary/businesses.ts";
import { isConfidentialColumn } from "../../vocabulary/confidential.ts";
import { isTalk } from "../../vocabulary/conversation.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { isCustomerColumn } from "../../vocabulary/owner-column.ts";
import { isWrittenForAll } from "../../vocabulary/published.ts";
import { OF_SOMEBODY, PERSONAL } from "../../vocabulary/told-of-persons.ts";
import { isAnswered } from "./answered.ts";
import { columnsOf, keepsPassword } from "./columns.ts";
import { isOnlyOpenOfModule } from "./module-habits.ts";
import { isFoundByCode } from "./names-rows.ts";
import { isOnlyOpenLookAtPersons, isOnlyOpenOfTable, isOnlyOpenRead, isOpenAlone } from "./only-open-reads.ts";
import { ownerScoped } from "./ownership.ts";
import { isPublished, onlyReads } from "./published-read.ts";
import { showsFaces, showsNoPerson } from "./shown-columns.ts";
import { stakeOf } from "./stake.ts";
import { parentsOf, tableOf } from "./tables.ts";

/** Somebody's data is read and given out. */
export function isPrivateRead(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (!onlyReads(entry)) return false;
  if (effect.category === "payment") return listsPayments(effect) && isAnswered(entry, effect);
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

/** Who paid what, as the provider keeps it. One payment is shown to whoever has its id; prices and products are for everybody. */
function listsPayments({ target = "", call }: Effect): boolean {
  return /(?:^|\.)(?:list|search|all)$/.test(call.text) && PAID.test(target);
}

const PAID =
  /^(?:payment_?intents?|payments?|charges?|customers?|subscriptions?|invoices?|payouts?|transfers?|orders?)$/i;

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

/** A paper or a note about one of those whom a practice or a home keeps books about, by its own id or by theirs. */
function isKeptAboutPerson(effect: Effect, model: ServiceModel): boolean {
  const { where, target = "" } = effect;
  if (isWrittenForAll(target) || where?.kind !== "object" || where.fields.some(({ value }) => isYes(value)))
    return false;
  const columns = tableOf(effect, model)?.columns ?? [];
  const about = columns.find(({ references, optional }) => !optional && KEPT_ABOUT.test(references ?? ""));
  return about !== undefined && where.fields.some(({ key = "" }) => isIdColumn(key) || isCalled(key, about.name));
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
