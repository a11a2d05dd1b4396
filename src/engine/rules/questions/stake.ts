/**
 * What is at stake when an effect goes wrong: decides between a warning and a hint. Table names are the data model's own, in
 * the languages that people name tables in.
 */

import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";
import { singular } from "../../schema/singular.ts";
import {
  isAccountAtStake,
  isMessageTable,
  isMoneyTable,
  isOffer,
  isRecordTable,
  isTrailTable,
} from "../../vocabulary/at-stake.ts";
import { isCountedRoughly, isWorth } from "../../vocabulary/counted.ts";
import { isTableOfKinds } from "../../vocabulary/kinds.ts";
import { isPasswordField } from "../../vocabulary/password.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";

export type Stake = "money" | "account" | "message" | "record" | "ordinary" | "trail";

/** A class that is called after what it is in the code: `OrderModel`, `UserEntity`. */
const AS_CODE = /_(?:Model|Entity|Schema|Document|Doc|Table)$/i;
const OF_THING = /[a-z]_events?$/i;

export function stakeOf(effect: Effect): Stake {
  if (effect.category === "payment") return "money";
  // What is only counted and looked at in charts: a line more tells nobody anything else.
  if (ANALYTICS.has(effect.system)) return "trail";
  if (effect.category === "email" || effect.category === "sms" || effect.operation === "send") return "message";
  const target = spelledApart(subjectOf(effect)).replace(AS_CODE, "");
  if (isTrailTable(target) && !isSessionOfWork(target, effect)) return "trail";
  // `wallet_events`: what happened to a wallet is noted.
  if (OF_THING.test(target)) return "ordinary";
  if (isMoneyTable(target) || saysHowPaid(effect)) return "money";
  if (isAccountAtStake(target) || bringsPassword(effect)) return isShortLived(effect) ? "ordinary" : "account";
  if (isRecordTable(target)) return isOffered(target) ? "ordinary" : "record";
  if (isMessageTable(target)) return "message";
  return "ordinary";
}

function isOffered(target: string): boolean {
  return isOffer(target) || isTableOfKinds(target);
}

/** A row that says how much was paid, and how: whatever its table is called. */
function saysHowPaid({ operation, data }: Effect): boolean {
  return operation === "insert" && data?.kind === "object" && data.fields.some(({ key }) => HOW_PAID.test(key ?? ""));
}

const HOW_PAID =
  /^(?:amount_?paid|paid_?amount|payment_?(?:method|mode|type|status|intent(?:_?id)?)|paid_?(?:at|on|by)|is_?paid|metodo_?(?:de_?)?pago|forma_?(?:de_?)?pag(?:o|amento))$/i;

/** Whoever has a password signs in: a row of accounts, whatever its table is called. */
function bringsPassword({ operation, data }: Effect): boolean {
  return operation === "insert" && data?.kind === "object" && data.fields.some(({ key }) => isPasswordField(key ?? ""));
}

/** A session of people, which somebody holds or pays, and not one that a browser has. */
function isSessionOfWork(target: string, { data }: Effect): boolean {
  if (!/^(?:\w+_)?sessions?$/i.test(target) || data?.kind !== "object") return false;
  const keys = data.fields.map(({ key }) => key ?? "");
  return keys.some((key) => OF_WORK.test(key)) && !keys.some((key) => OF_BROWSER.test(key));
}

const OF_WORK =
  /price|booking|topic|coach|trainer|doctor|patient|teacher|tutor|student|room|title|count$|start_?date|start_?time|scheduled|start_?at|starts_?at|group|class/i;
const OF_BROWSER = /token|expir|agent|^ip|ip_|cookie|refresh|device|secret|hash/i;

/** It expires a while after it was made: whoever needs one gets a new one. */
function isShortLived({ operation, data }: Effect): boolean {
  if (operation !== "insert" || data?.kind !== "object") return false;
  return data.fields.some(
    ({ key, value }) => key !== undefined && /expir|valid_?until/i.test(key) && holdsClock(value),
  );
}

function holdsClock(value: Term): boolean {
  return someTerm(value, (part) => part.kind === "unstable" && part.how === "time");
}

const ANALYTICS: ReadonlySet<string> = new Set(["clickhouse", "bigquery", "tinybird"]);

/** What is added to: a line in a list of the row (`user.cart.push(…)`) is at stake, not the row. */
function subjectOf(effect: Effect): string {
  const { target = "", data } = effect;
  if (effect.operation !== "append" || data?.kind !== "object") return target;
  const column = data.fields.find(({ key }) => key !== undefined)?.key;
  return column ?? target;
}

/** A number that is kept beside the work: calls made, errors seen. What is worth something is none. */
export function isPassingCount(effect: Effect): boolean {
  if (effect.operation !== "increment") return false;
  return effect.category === "cache" ? !isWorth(effect.target ?? "") : isCountedLoosely(effect);
}

/** Nobody is harmed when it is counted twice: told by its columns, or by the table. */
export function isCountedLoosely({ data, target = "" }: Effect): boolean {
  const columns = data?.kind === "object" ? data.fields.map((field) => field.key ?? "") : [];
  return [...columns, target].some((name) => isCountedRoughly(name));
}

/** A page of the provider where somebody may pay: making a second one takes no money. */
export function isPage(effect: Effect): boolean {
  return (
    effect.operation !== "charge" && /sessions?$|links?$|setup_?intents?$|ephemeral_?keys?$/i.test(effect.target ?? "")
  );
}

/** In words: `a second row in orders`, `the message goes out again`. */
export function consequenceOf(effect: Effect): string {
  const target = effect.target ?? effect.system;
  switch (effect.operation) {
    case "charge":
      if (/refund|reversal/i.test(`${target} ${effect.call.text}`)) return "gives the money back again";
      return /transfer|payout|disbursement|withdrawal/i.test(target) ? "pays out again" : "charges again";
    case "send":
      return "sends the message again";
    case "call":
      return `sends the request to ${target} again`;
    case "publish":
      return `puts the job into ${target} again`;
    case "increment":
    case "set":
      return `changes the count in ${target} again`;
    case "toggle":
      return `turns ${target} back`;
    case "append":
      return `appends to ${target} again`;
    default:
      if (effect.category === "filestore") return "stores the file a second time";
      if (effect.category === "externalApi") return `makes another one at ${target}`;
      return effect.category === "payment" ? `creates a second ${singular(target)}` : `adds a second row to ${target}`;
  }
}
