/** Rows in which one person is named whom they are for: a payment, a booking, a message, and what stands below them. */

import { isFoundByIdAlone } from "../../link/terms/found-by-id.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { isTableOfKinds } from "../../vocabulary/kinds.ts";
import { isPersonColumn } from "../../vocabulary/owner-column.ts";
import { isPersonalTable } from "../../vocabulary/personal-table.ts";
import { isWrittenForAll } from "../../vocabulary/published.ts";
import { effectsOnTable } from "./effects-on.ts";
import { guardedBy } from "./guarded.ts";
import { ordinaryRoleAllowed } from "./ordinary-role.ts";
import { servesPeople } from "./people.ts";
import { isComparedWithCaller } from "./private-tables.ts";
import { stakeOf } from "./stake.ts";
import { pointsToAccount, tableOf, tiedToAccounts } from "./tables.ts";

/**
 * One row of a person is read by its id, or what stands below it by the id of that.
 *
 * Whom a payment or a booking is for stands in it. A login says that somebody is calling, and where anybody may have one,
 * it is no leave to see what others paid. That no endpoint of the service limits such rows, or that one lists them all for
 * whoever is signed in, makes them no catalogue: both are the oversight itself.
 *
 * `callers`: columns of the table that hold callers elsewhere.
 */
export function isRowOfPerson(effect: Effect, callers: ReadonlySet<string>, model: ServiceModel): boolean {
  const { entryPoint: entry, access } = effect;
  if (access !== "read") return false;
  // Whoever has a role has it for other people's rows, unless everybody has it.
  if (guardedBy(entry, effect, ["role"]) !== "no" && ordinaryRoleAllowed(entry, effect) === undefined) return false;
  if (isPersonCompared(effect)) return false;
  if (isFoundByIdAlone(effect)) return areOfPersons(effect, callers, model);
  const table = tableOf(effect, model);
  if (table === undefined) return false;
  const parents = [...personalParents(table, effect, model), ...roomsOf(table, effect, model)];
  return parents.some((column) => isFoundByAlone(effect, column));
}

/** Columns that point to what people are members of, where what they wrote there is kept: the channel of a message. */
function roomsOf(table: Table, effect: Effect, model: ServiceModel): readonly string[] {
  if (stakeOf(effect) !== "message" || !servesPeople(effect.entryPoint.app, model)) return [];
  return table.columns.flatMap(({ name, references }) => {
    const room = tableNamed(references, model.schema);
    return room && room !== table && hasMembers(room, table, model) ? [name] : [];
  });
}

/** A table besides keeps who belongs to it, each once. */
function hasMembers(room: Table, written: Table, { schema }: ServiceModel): boolean {
  return [...schema.tables.values()].some(
    (table) =>
      table !== written &&
      tiedToAccounts(table, schema).some((points) => points.some((to) => tableNamed(to, schema) === room)),
  );
}

/** `row.userId !== …` refuses: with whom it is compared may be unreadable, such as a header that a gateway sets. */
function isPersonCompared({ entryPoint: entry, result }: Effect): boolean {
  const isPerson = (side: Term): boolean => {
    const names = side.kind === "member" ? [side.name] : side.kind === "external" ? side.path : [];
    return names.some((name) => isPersonColumn(name)) && containsTerm(side, result);
  };
  return entry.trail.events.some(
    (event) =>
      event.kind === "check" &&
      someTerm(
        event.test,
        (part) => part.kind === "operation" && /^[!=]==$/.test(part.operator) && part.parts.some(isPerson),
      ),
  );
}

/** Each row of the table that the effect reads is for one person, or stands below one that is. */
export function areOfPersons(effect: Effect, callers: ReadonlySet<string>, model: ServiceModel): boolean {
  const { entryPoint: entry, target = "" } = effect;
  const table = tableOf(effect, model);
  if ((isWorth(effect) || isPersonalTable(target)) && namesPerson(table, callers, entry.app, model)) return true;
  return table !== undefined && personalParents(table, effect, model).length > 0;
}

/** Money, what was agreed on, what was written to somebody. */
function isWorth(effect: Effect): boolean {
  if (isTableOfKinds(effect.target ?? "")) return false;
  const stake = stakeOf(effect);
  return stake === "money" || stake === "record" || stake === "message";
}

/** The schema keeps names in lower case: how the code calls the table tells its words apart. */
function isTableOfWorth(table: Table, effect: Effect, model: ServiceModel): boolean {
  const [other] = effectsOnTable(model, table);
  const target = other?.target ?? table.name.replace(/_?(?:table|model|entity)$/, "");
  return isWorth({ ...effect, target, data: undefined });
}

/** A column says for whom the row is; who entered it (`createdBy`) may be staff. */
function namesPerson(
  table: Table | undefined,
  callers: ReadonlySet<string>,
  app: string,
  model: ServiceModel,
): boolean {
  // In the tool of a team it is who entered the row.
  if (!servesPeople(app, model)) return false;
  if ([...callers].some((name) => isPersonColumn(name))) return true;
  return (
    table?.columns.some(
      ({ name, references }) =>
        isPersonColumn(name) && (references === undefined || pointsToAccount(references, model.schema)),
    ) === true
  );
}

/**
 * Columns that point to what the rows stand below, where that is worth something and for one person: the contract of a milestone. A slot that may
 * be booked, or what people write of what they bought, is for others.
 */
function personalParents(table: Table, effect: Effect, model: ServiceModel): readonly string[] {
  const none: ReadonlySet<string> = new Set();
  if (isWrittenForAll(effect.target ?? "")) return [];
  return table.columns.flatMap(({ name, references, optional }) => {
    if (optional && !isWorth(effect) && !effectsOnTable(model, table).some(isComparedWithCaller)) return [];
    const parent = tableNamed(references, model.schema);
    if (!parent || parent === table || !isTableOfWorth(parent, effect, model)) return [];
    return namesPerson(parent, none, effect.entryPoint.app, model) ? [name] : [];
  });
}

/** Nothing but the column is asked for. */
function isFoundByAlone({ where }: Effect, column: string): boolean {
  if (where?.kind !== "object" || where.fields.length !== 1) return false;
  return where.fields[0]?.key?.toLowerCase() === column.toLowerCase();
}
