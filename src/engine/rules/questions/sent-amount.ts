/** Money that the request says: what is credited to the caller, what an order costs. */

import { alternatives } from "../../link/evaluate/members.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { guardedBy } from "./guarded.ts";
import { oncePerModel } from "./once.ts";
import { ordinaryRoleAllowed } from "./ordinary-role.ts";
import { isCallers } from "./ownership.ts";
import { servesPeople } from "./people.ts";
import { resultsOf } from "./results.ts";
import { stakeOf } from "./stake.ts";
import { parentsOf, tableOf } from "./tables.ts";

export interface SentAmount {
  readonly column: string;
  /** The tables that keep what things cost; none where the caller's own balance goes up. */
  readonly priced: readonly Table[];
}

/** Undefined where the server works it out, somebody else confirms it, or whoever calls may say so. */
export function sentAmount(effect: Effect, model: ServiceModel): SentAmount | undefined {
  const { entryPoint: entry, data } = effect;
  if (effect.category !== "database" || effect.access !== "write" || !data) return undefined;
  if (!isForAnyCaller(effect) || isConfirmed(entry)) return undefined;
  return alternatives(data)
    .flatMap((row) => creditIn(effect, row) ?? priceIn(effect, row, model) ?? [])
    .at(0);
}

/** Whoever has a role may enter amounts. */
function isForAnyCaller(effect: Effect): boolean {
  const { entryPoint: entry } = effect;
  return (
    guardedBy(entry, effect, ["authentication", "role"]) === "yes" &&
    (guardedBy(entry, effect, ["role", "signature"]) === "no" || ordinaryRoleAllowed(entry, effect) !== undefined)
  );
}

/** A provider was asked, the money comes from another account, or something kept says how much it may be. */
function isConfirmed(entry: EntryPoint): boolean {
  const rows = resultsOf(entry);
  return entry.trail.events.some((event) => {
    if (event.kind === "effect")
      return event.category === "payment" || event.category === "externalApi" || takesAway(event.data);
    if (event.kind !== "check") return false;
    return someTerm(event.test, isSentAmountPart) && someTerm(event.test, (part) => rows.has(part));
  });
}

function isSentAmountPart(part: Term): boolean {
  return part.kind === "input" && HELD_OR_PRICE.test(part.path.at(-1) ?? "") && holds(part, HOLDS_CLIENT_DATA);
}

/** `{ balance: { decrement: amount } }`, `{ balance: row.balance - amount }`. */
function takesAway(data: Term | undefined): boolean {
  return (
    data !== undefined &&
    someTerm(
      data,
      (part) =>
        (part.kind === "object" && part.fields.some(({ key }) => key === "decrement")) ||
        (part.kind === "operation" && part.operator === "-"),
    )
  );
}

/** `{ balance: { increment: body.amount } }` of the caller's own row, or a wallet that is opened with `{ balance: body.balance }`. */
function creditIn(effect: Effect, row: Term): SentAmount | undefined {
  const { entryPoint: entry, operation, where } = effect;
  if (row.kind !== "object") return undefined;
  const opens = operation === "insert" && stakeOf(effect) === "money";
  const isOwn = where !== undefined && isCallers(entry, where);
  if (!opens && !(isOwn && (operation === "increment" || operation === "set"))) return undefined;
  for (const { key, value } of row.fields) {
    if (key === undefined || !HELD.test(key)) continue;
    const added = opens ? value : addedIn(effect, key, value);
    if (added && isAsSent(entry, added)) return { column: key, priced: [] };
  }
  return undefined;
}

/** What the column goes up by. */
function addedIn(effect: Effect, column: string, value: Term): Term | undefined {
  if (value.kind === "object") return value.fields.find(({ key }) => key === "increment")?.value;
  if (value.kind === "operation" && value.operator === "+") {
    const others = value.parts.filter((part) => !isColumn(part, column));
    return others.length === value.parts.length - 1 ? others[0] : undefined;
  }
  // `row.balance.plus(amount)`. https://mikemcl.github.io/decimal.js/#plus
  if (value.kind === "external" && /^(?:plus|add)\(\)$/.test(value.path.at(-1) ?? ""))
    return value.path.at(-2) === column || (value.base && isColumn(value.base, column))
      ? value.arguments?.[0]
      : undefined;
  return effect.operation === "increment" && value.kind === "input" ? value : undefined;
}

function isColumn(part: Term, column: string): boolean {
  if (part.kind === "member") return part.name === column;
  if (part.kind === "operation" && part.operator === "number") return part.parts.some((one) => isColumn(one, column));
  return (part.kind === "external" || part.kind === "input") && part.path.at(-1) === column;
}

/** An order or a booking is stored with the price that was sent, where a table keeps prices. */
function priceIn(effect: Effect, row: Term, model: ServiceModel): SentAmount | undefined {
  const { entryPoint: entry, operation } = effect;
  if (row.kind !== "object" || operation !== "insert" || stakeOf(effect) !== "record") return undefined;
  if (SAYS_ITS_PRICE.test(effect.target ?? "")) return undefined;
  // The members of a team enter what was agreed on.
  if (!servesPeople(entry.app, model)) return undefined;
  const found = row.fields.find(({ key, value }) => key !== undefined && PRICE.test(key) && isAsSent(entry, value));
  const priced = pricesFor(effect, model);
  return priced.length > 0 && found?.key !== undefined ? { column: found.key, priced } : undefined;
}

/** The tables with a price that the row points to; where it points to none, all that there are. */
function pricesFor(effect: Effect, model: ServiceModel): readonly Table[] {
  const table = tableOf(effect, model);
  const priced = pricedTables(model).filter((one) => one !== table);
  const above = table ? parentsOf(table, model.schema) : [];
  const pointed = priced.filter((one) => above.includes(one));
  return pointed.length > 0 ? pointed : priced;
}

/** What was sent, and nothing that is kept: `Number(body.amount) * 100`. */
function isAsSent(entry: EntryPoint, value: Term): boolean {
  if (!holds(value, HOLDS_CLIENT_DATA)) return false;
  const rows = resultsOf(entry);
  return !someTerm(
    value,
    (part) =>
      part.kind === "result" ||
      part.kind === "unknown" ||
      part.kind === "external" ||
      [...rows].some((result) => part === result || containsTerm(part, result)),
  );
}

/** Tables of what is offered, with a price each. */
const pricedTables = oncePerModel((model): readonly Table[] =>
  [...new Set(model.schema.tables.values())].filter(
    ({ name, columns }) => OFFERED.test(name) && columns.some((column) => PRICE.test(column.name)),
  ),
);

const OFFERED =
  /(?:products?|variants?|services?|items?|menus?|dishes|rooms?|courses?|lessons?|events?|plans?|packages?|vehicles?|cars?|trips?|flights?|buses|tours?|books?|listings?|propert(?:y|ies)|treatments?|offers?)$/i;
/** Whoever sells a ticket says what it costs, and whoever claims says how much. */
const SAYS_ITS_PRICE = /(?:tickets?|claims?|contracts?|registrations?)(?:_|$)/i;
const HELD =
  /^(?:\w+_)?(?:balance|credits?|coins?|funds|wallet|saldo)(?:_?(?:amount|balance))?$|[a-z](?:Balance|Credits?|Coins?)$/i;
const PRICE =
  /^(?:(?:total|unit|final|grand|sub|order|booking)_?)?(?:price|amount|total|cost|fare)$|^(?:price|amount|cost)_?(?:total|paid|cents)$/i;
const HELD_OR_PRICE = /balance|credit|coin|fund|price|amount|total|cost|fare|sum|value/i;
