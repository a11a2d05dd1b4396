/** What the endpoints beside one ask before they change the same rows, though all of them see to the tenant. */

import { decide } from "../../link/evaluate/decide.ts";
import { alternatives } from "../../link/evaluate/members.ts";
import { partsOfTest } from "../../link/guards/test-parts.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containingAny, containsTerm, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { storesCallersPart } from "./callers-part.ts";
import { effectsOn } from "./effects-on.ts";
import { guardedBy } from "./guarded.ts";
import { asksNoMore } from "./held-behind-same.ts";
import { limitOf } from "./limits.ts";
import { isMachine } from "./machine.ts";
import { oncePerEntry, oncePerPart } from "./once.ts";
import { isCallers } from "./ownership.ts";
import { isChange, roleAhead, type Witness } from "./role-witness.ts";
import { isOfTenantAlone, namesTenant } from "./tenants.ts";

/**
 * Every other endpoint of the same file that changes rows of this table asks for a role, and there are several of them, or
 * one is the plain change of the row that this one changes a part of. Rows of the caller's own need none.
 */
export function witnessBeside(effect: Effect, model: ServiceModel): Witness | undefined {
  const { entryPoint: entry } = effect;
  if (!isOfColleagues(effect, model) || guardedBy(entry, effect, ["role", "signature"]) === "yes") return undefined;
  const beside = effectsOn(model, effect).filter(
    (one) =>
      one.entryPoint !== entry &&
      one.entryPoint.app === entry.app &&
      one.entryPoint.handler.place.file === entry.handler.place.file &&
      isOfOthers(one, model),
  );
  // Who may add something may still not change it; who may not, may not take it away.
  const others = beside.filter((one) => one.operation !== "insert" || isRemoval(effect));
  const asking = new Map(others.flatMap((one) => roleAhead(one) ?? []).map((one) => [one.entry, one]));
  if (
    !asksNoMore(
      effect,
      others.filter(({ entryPoint }) => asking.has(entryPoint)),
    )
  )
    return undefined;
  const isPartOf = (whole: EntryPoint): boolean =>
    /^(?:PUT|PATCH)$/.test(whole.method) && entry.path.startsWith(`${whole.path}/`);
  const isWeighty = isRemoval(effect) || setsPay(effect);
  if (
    asking.size < 2 ||
    (asking.size < 3 && !isWeighty && ![...asking.keys()].some(isPartOf)) ||
    others.some(({ entryPoint }) => !asking.has(entryPoint))
  )
    return undefined;
  return [...asking.values()][0];
}

/** What somebody earns, may spend or may do. */
function setsPay({ data }: Effect): boolean {
  const names = data?.kind === "object" ? data.fields.map(({ key }) => key ?? "") : [];
  return names.some((name) =>
    /salary|wage|hourly|(?:^|_)rate|Rate|cents|amount|balance|credit|role|permission/i.test(name),
  );
}

/** Rows are deleted, or marked as deleted by whoever calls so. */
function isRemoval({ operation, entryPoint }: Effect): boolean {
  return operation === "delete" || (operation === "set" && entryPoint.method === "DELETE");
}

/** Somebody who is signed in changes rows, and not those of their own alone. */
function isOfColleagues(effect: Effect, model: ServiceModel): boolean {
  return effect.operation !== "insert" && isOfOthers(effect, model);
}

/** Somebody who is signed in writes rows that are not their own alone, and nothing ahead of it asks whose they are. */
export function isOfOthers(effect: Effect, model: ServiceModel): boolean {
  return isChange(effect) && isOthersChange(effect, model);
}

/** Each is asked for by every other one on its table. */
const isOthersChange = oncePerPart((effect: Effect, model: ServiceModel): boolean => {
  const { entryPoint: entry } = effect;
  return (
    guardedBy(entry, effect, ["authentication"]) === "yes" &&
    !isMachine(entry, model) &&
    !storesPerson(effect) &&
    !isOfPersons(effect) &&
    !isComparedWithPerson(effect) &&
    !isInListOfRight(effect)
  );
});

/** `role !== "admin" && !member.projects.includes(body.projectId)`: who has no rank was given this very thing. */
export function isInListOfRight({ entryPoint: entry, order }: Effect): boolean {
  return listsOfRight(entry).some((at) => at < order);
}

const listsOfRight = oncePerEntry((entry): readonly number[] =>
  entry.trail.events.flatMap((event) => {
    if (event.kind !== "check") return [];
    const { rights, ties } = partsOfTest(event.test);
    const asksRank = rights.some((right) => right.kind === "field" && isCallers(entry, right.term));
    const isListed = ties.some(
      ({ operator, parts: [list, one] }) =>
        operator === "includes" && list && one && isCallers(entry, list) && holds(one, HOLDS_CLIENT_DATA),
    );
    return asksRank && isListed ? [event.order] : [];
  }),
);

/** The caller's own part in it, which is more than the team that both belong to. */
function storesPerson(effect: Effect): boolean {
  const { data, entryPoint: entry } = effect;
  return storesCallersPart(effect) && !(data !== undefined && isOfTenantAlone(entry, data));
}

/** Only the caller's own rows, and not those of everybody in their team. */
export function isOfPersons(effect: Effect): boolean {
  const { where, entryPoint: entry } = effect;
  return limitOf(effect) === "self" && !(where !== undefined && isOfTenantAlone(entry, where));
}

/**
 * `row.authorId !== user.id` ahead of it, or `params.id !== user.id` of the id that finds the row: there the author may do
 * what others need a role for.
 */
export function isComparedWithPerson({ entryPoint: entry, order, where }: Effect): boolean {
  return comparisonsOf(entry).some(
    (one) =>
      one.order < order && (one.isOfRow || (where !== undefined && one.sent.some((id) => containsTerm(where, id)))),
  );
}

interface Comparison {
  readonly order: number;
  /** What is compared with the caller: a row that was read, or what the request sends. */
  readonly isOfRow: boolean;
  readonly sent: readonly Term[];
}

const comparisonsOf = oncePerEntry((entry): readonly Comparison[] => {
  const rows = new Set(entry.effects.flatMap((one) => (one.access === "read" ? one.result : [])));
  const holdsRow = containingAny([...rows]);
  return entry.trail.events.flatMap((event) => {
    if (event.kind !== "check") return [];
    const compared = [...termsWithin(event.test)].flatMap((part) =>
      part.kind === "operation" && COMPARES.test(part.operator) && part.parts.some((side) => isPerson(entry, side))
        ? [part]
        : [],
    );
    const isOfRow = compared.some(({ parts }) => parts.some(holdsRow));
    // Nobody may take themselves away: that is no leave for others.
    const sent = compared
      .filter(
        (part) =>
          decide(event.test, (one) => (one === part ? part.operator !== "!==" : undefined)) === !event.stopsWhen,
      )
      .flatMap(({ parts }) => parts.filter((side) => side.kind === "input" && holds(side, HOLDS_CLIENT_DATA)));
    return isOfRow || sent.length > 0 ? [{ order: event.order, isOfRow, sent }] : [];
  });
});

const COMPARES = /^(?:[!=]==|includes|some)$/;

function isPerson(entry: EntryPoint, side: Term): boolean {
  if (side.kind === "input") return (side.source === "identity" || side.source === "session") && !namesTenant(side);
  // Whose key it is, or whose session: `request.apiKey ? key.userId : session.user.id`.
  const ways = alternatives(side);
  return ways.length > 1 && ways.some((one) => isCallers(entry, one) && !isOfTenantAlone(entry, one));
}
