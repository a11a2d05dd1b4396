/** Which terms are made from rows that were looked up for the caller, as every check of a path asks. */
import type { EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { containsTerm, partsOf } from "../terms/terms.ts";
import type { IdentityView } from "./identity.ts";

export interface OwnRows {
  /** Made from a row that was looked up for the caller. */
  readonly isOwn: (term: Term) => boolean;
  /** The same of rows that the request asks for, too. */
  readonly isAskedFor: (term: Term) => boolean;
  /** Such a row itself, or how many of them there are. */
  readonly isAskedRow: (term: Term) => boolean;
}

const knownOwn = new WeakMap<IdentityView, OwnRows>();

/** A path may have a thousand checks, and as many rows. */
export function ownRows(view: IdentityView): OwnRows {
  let known = knownOwn.get(view);
  if (!known) {
    const own = view.rowsOfCaller();
    const asked = own.filter(({ where }) => where !== undefined && isOfRequest(where, view));
    const rows = new Set(asked.map(({ result }) => result));
    known = { isOwn: madeOf(own), isAskedFor: madeOf(asked), isAskedRow: (term) => rows.has(term) };
    knownOwn.set(view, known);
  }
  return known;
}

function madeOf(rows: readonly EffectEvent[]): (term: Term) => boolean {
  const results = new Set(rows.map(({ result }) => result));
  const known = new Map<Term, boolean>();
  const isMade = (term: Term): boolean => {
    let answer = known.get(term);
    if (answer === undefined) {
      answer = results.has(term) || partsOf(term).some(isMade);
      known.set(term, answer);
    }
    return answer;
  };
  return isMade;
}

/** By an id of the request, or by a column of a row that such an id found: `members.find({ userId, teamId: board.teamId })`. */
function isOfRequest(where: Term, view: IdentityView): boolean {
  if (view.isClientData(where)) return true;
  return (
    view.isStored(where) &&
    view.effects.some(
      (read) =>
        read.access === "read" && read.where && view.isClientData(read.where) && containsTerm(where, read.result),
    )
  );
}
