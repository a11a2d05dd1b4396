/** Checks that tie a row to the caller: what they compare, and which rows and ids they are about. */
import type { CheckEvent, EffectEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { decide } from "../evaluate/decide.ts";
import { isAgainstForgery } from "../terms/marks.ts";
import { presenceOf, presenceWhere } from "../terms/presence.ts";
import { containsTerm, termsWithin } from "../terms/terms.ts";
import { isOfFixedRow } from "./fixed-rows.ts";
import type { IdentityView } from "./identity.ts";
import { asksKeyed } from "./keyed-by-request.ts";
import { ownRows } from "./own-rows.ts";
import { partsOfTest, type Tie } from "./test-parts.ts";

/** Changes of the caller's rows that the request names: who has none is refused by how many there were. */
function changesOfCaller(view: IdentityView): readonly EffectEvent[] {
  let known = knownChanges.get(view);
  if (!known) {
    known = view.effects.filter(
      ({ category, operation, where }) =>
        category === "database" &&
        (operation === "delete" || operation === "set") &&
        where !== undefined &&
        view.isIdentity(where) &&
        view.isClientData(where),
    );
    knownChanges.set(view, known);
  }
  return known;
}

const knownChanges = new WeakMap<IdentityView, readonly EffectEvent[]>();

/** `if (id === user.id) throw …`: nobody may do it to themselves, and everybody to others. */
export function refusesOwner(event: CheckEvent, view: IdentityView): boolean {
  return othersPass(event, view) || passesWith(event, view, true) === false;
}

/** Those go on whose row it is not, whatever else is asked: `if (user.role === "admin" && id === user.id) throw …`. */
export function othersPass(event: CheckEvent, view: IdentityView): boolean {
  return passesWith(event, view, false) === true;
}

/** Whether the path goes on where all that is compared with the caller is theirs, or none of it; undefined where the rest decides. */
function passesWith({ test, stopsWhen }: CheckEvent, view: IdentityView, isTheirs: boolean): boolean | undefined {
  const ties = new Map(tiesWith(test, view).map(({ term, operator }) => [term, (operator !== "!==") === isTheirs]));
  const told = ties.size > 0 ? decide(test, (part) => ties.get(part)) : undefined;
  return told === undefined ? undefined : told !== stopsWhen;
}

/** A stored row's field compared with the caller, or a row that was looked up for the caller and tested for presence. */
export function tiesOwner(event: CheckEvent, view: IdentityView): boolean {
  const { test, stopsWhen, stack } = event;
  if (asksKeyed(event, view)) return true;
  const gone = stopsWhen ? "absent" : "present";
  const isOfHandler = !stack.some((site) => site.chain);
  if (isOfHandler && changesOfCaller(view).some(({ result }) => presenceOf(test, result).includes(gone))) return true;
  if (!view.isIdentity(test) && !view.isStored(test)) return false;
  const { isAskedFor, isAskedRow } = ownRows(view);
  const refusesMembers = !presenceWhere(test, isFoundForCaller).includes(stopsWhen ? "absent" : "present");
  const compares = tiesWith(test, view).some((tie) => !(refusesMembers && isOfSearch(tie.term, test)));
  if (compares || !isAskedFor(test)) return compares;
  // Who has such a row already is refused: `if (await find({ userId, name })) throw …` says nothing of whose others are.
  const asked = presenceWhere(test, isAskedRow);
  return asked.length === 0 || asked.includes(stopsWhen ? "absent" : "present");
}

/** What the test compares the caller with: a row that was read, or what was sent. */
function tiesWith(test: Term, view: IdentityView): readonly Tie[] {
  const { isOwn } = ownRows(view);
  return partsOfTest(test).ties.filter(
    ({ parts }) =>
      parts.some((one) => (view.isIdentity(one) && !view.isClientData(one)) || isOwn(one)) &&
      parts.some(
        (one) =>
          (view.isStored(one) || view.isClientData(one)) &&
          !view.isIdentity(one) &&
          !isOwn(one) &&
          !isOfFixedRow(one, view),
      ) &&
      // That the page of the service was open says nothing of whose a row is.
      !parts.some(isAgainstForgery),
  );
}

/** `team.members.find((member) => member.userId === user.id)`, with what it compares beside the function. */
function isFoundForCaller(term: Term): boolean {
  if (term.kind !== "external" || term.path.at(-1) !== "find()") return false;
  const [asks, compared] = term.arguments ?? [];
  return asks?.kind === "function" && compared?.kind === "operation";
}

/** Whoever is found there already may be refused just as well: the comparison alone says nothing. */
function isOfSearch(tie: Term, test: Term): boolean {
  return [...termsWithin(test)].some((part) => isFoundForCaller(part) && containsTerm(part, tie));
}

/** What an ownership check is about: the rows it tests and the ids of the request they were found by. */
export function tiedTerms(test: Term, path: Path): readonly Term[] {
  const within = termsWithin(test);
  const tied = new Set<Term>([...within].filter((part) => part.kind === "input"));
  for (const event of path.events) {
    if (event.kind !== "effect" || !within.has(event.result)) continue;
    tied.add(event.result);
    for (const part of event.where ? termsWithin(event.where) : []) if (part.kind === "input") tied.add(part);
  }
  return [...tied];
}
