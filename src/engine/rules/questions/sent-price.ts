/** Orders and bookings that are stored with the price that the request says. */

import { alternatives } from "../../link/evaluate/members.ts";
import { columnsOf } from "../../link/retry/row-columns.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term, TermField } from "../../model/term.ts";
import { isPriceColumn } from "../../vocabulary/amount.ts";
import { isAsSent } from "./amount-as-sent.ts";
import { oncePerApp, oncePerModel } from "./once.ts";
import { servesPeople } from "./people.ts";
import { isWhole } from "./raw-input.ts";
import { stakeOf } from "./stake.ts";
import { parentsOf, tableOf } from "./tables.ts";

export interface SentPrice {
  readonly column: string;
  /** The tables that keep prices of what is ordered; there may be none. */
  readonly priced: readonly Table[];
}

/** An order or a booking is stored with the price that was sent, where a table keeps prices or people pay for it. */
export function priceIn(effect: Effect, row: Term, model: ServiceModel): SentPrice | undefined {
  const { entryPoint: entry, operation, target = "" } = effect;
  if (operation !== "insert" || !isOrdered(effect) || SAYS_ITS_PRICE.test(target)) return undefined;
  // The members of a team enter what was agreed on.
  if (!servesPeople(entry.app, model)) return undefined;
  const written = columnsWritten(effect, row).find(
    ({ key, value }) => key !== undefined && isPriceColumn(key) && isAsSent(entry, value),
  );
  const column = written?.key ?? columnLetThrough(effect, row);
  if (column === undefined) return undefined;
  const priced = pricesFor(effect, model);
  return priced.length > 0 || takesPayments(entry.app, model) ? { column, priced } : undefined;
}

/** What was agreed on: also a row that says how it is paid. */
function isOrdered(effect: Effect): boolean {
  const stake = stakeOf(effect);
  return stake === "record" || (stake === "money" && ORDERED.test(effect.target ?? ""));
}

const ORDERED =
  /(?:orders?|bookings?|reservations?|appointments?|rentals?|shipments?|parcels?|deliver(?:y|ies)|rides?)(?:_?(?:records?|items?|lines?|details?|products?))?(?:_?(?:models?|entity|schema|table))?$/i;

/** The row's own columns, those of its lines, and what a schema lets through of a body that is stored as it is. */
function columnsWritten(effect: Effect, row: Term, levels = MAXIMUM_LEVELS): readonly TermField[] {
  if (row.kind === "array") return row.items.flatMap((item) => columnsWritten(effect, item, levels));
  if (row.kind === "unknown") return row.parts.flatMap((part) => columnsWritten(effect, part, levels));
  if (row.kind !== "object") return [];
  const spread = row.fields.some(({ key, value }) => key === undefined && isWhole(value))
    ? [...columnsOf(row, effect.entryPoint.trail).filled].map(([key, value]) => ({ key, value }))
    : [];
  const below =
    levels === 0
      ? []
      : row.fields
          .filter(({ key }) => key === undefined || LINES.test(key))
          .flatMap(({ value }) => alternatives(value).flatMap((one) => columnsWritten(effect, one, levels - 1)));
  return [...row.fields, ...spread, ...below];
}

/** A price that the schema of a body allows to be sent, where the body is stored as it is. */
function columnLetThrough({ entryPoint: entry }: Effect, row: Term): string | undefined {
  if (row.kind !== "object" || !row.fields.some(({ key, value }) => key === undefined && isWhole(value)))
    return undefined;
  return [...columnsOf(row, entry.trail).maybe].find((name) => isPriceColumn(name));
}

/** `{ orderProducts: { createMany: { data: [line] } } }` */
const MAXIMUM_LEVELS = 3;
const LINES = /(?:items?|lines?|products?|details?)$|^(?:create|createMany|data)$/i;

/** The tables with a price that the row points to; where it points to none, all that there are. */
function pricesFor(effect: Effect, model: ServiceModel): readonly Table[] {
  const table = tableOf(effect, model);
  const priced = pricedTables(model).filter((one) => one !== table);
  const above = table ? parentsOf(table, model.schema) : [];
  const pointed = priced.filter((one) => above.includes(one));
  return pointed.length > 0 ? pointed : priced;
}

/** Tables of what is offered, with a price each. */
const pricedTables = oncePerModel((model): readonly Table[] =>
  [...new Set(model.schema.tables.values())].filter(
    ({ name, columns }) => OFFERED.test(name) && columns.some((column) => isPriceColumn(column.name)),
  ),
);

/** Some endpoint has people pay. */
const takesPayments = oncePerApp((app, model): boolean =>
  model.entryPoints.some((entry) => entry.app === app && entry.effects.some(({ category }) => category === "payment")),
);

const OFFERED =
  /(?:products?|variants?|services?|items?|menus?|dishes|foods?|meals?|rooms?|courses?|lessons?|events?|plans?|packages?|vehicles?|cars?|trips?|flights?|buses|tours?|books?|listings?|propert(?:y|ies)|treatments?|offers?|prices?|rates?|tariffs?)$/i;
/** Whoever sells a ticket says what it costs, and whoever claims or asks for their money says how much. */
const SAYS_ITS_PRICE =
  /(?:tickets?|claims?|contracts?|registrations?)(?:_|$)|withdraw|payout|refund|loan|advance|purchase_?orders?|requests?$/i;
