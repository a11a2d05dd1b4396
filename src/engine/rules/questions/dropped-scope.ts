/** A limit that the other endpoints behind the same checks put on rows of a table, and one endpoint leaves out. */
import { INLINE } from "../../link/guards/guards.ts";
import { isSamePart } from "../../link/terms/same-part.ts";
import { isSent } from "../../link/terms/sent.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isTenantColumn } from "../../vocabulary/owner-column.ts";
import { effectsOn } from "./effects-on.ts";
import { oncePer } from "./once.ts";
import { isTied } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";

/**
 * A role in a team, or whatever else is asked for ahead, lets members of every team pass: `{ id, projectId }` of the others
 * says that the row must be one of the project that the check was about. This effect goes by `{ id }` alone.
 */
export function dropsScope(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry } = effect;
  if (effect.where?.kind !== "object" || keptColumns(effect).length > 0) return false;
  const alike = effectsOn(model, effect).filter(
    (one) => one.entryPoint !== entry && goesById(one) && asksNoMore(entry, one.entryPoint),
  );
  // What it goes by itself is no limit that it leaves out, unless whoever calls says by what.
  const named = new Set(effect.where.fields.flatMap(({ key, value }) => (isSent(value) ? [] : key?.toLowerCase())));
  const byColumn = new Map<string, Set<EntryPoint>>();
  for (const one of alike)
    for (const column of keptColumns(one).filter((name) => !named.has(name)))
      byColumn.set(column, (byColumn.get(column) ?? new Set()).add(one.entryPoint));
  const [kept] = [...byColumn].sort(([, some], [, more]) => more.size - some.size);
  if (!kept) return false;
  const [column, keepers] = kept;
  const all = new Set(alike.map((one) => one.entryPoint)).size;
  if (keepers.size < ENOUGH || keepers.size <= 2 * (all - keepers.size)) return false;
  // Who may change everybody's tags has another right than who may see their own; within a team all of them are held to it.
  if (isTenantColumn(column.slice(column.lastIndexOf(".") + 1))) return true;
  const rights = rightsOf(entry);
  const isAlike = (one: EntryPoint): boolean =>
    rights.size === 0 ||
    one.handler.place.file === entry.handler.place.file ||
    [...rights].some((right) => rightsOf(one).has(right));
  return [...keepers].filter(isAlike).length >= ENOUGH;
}

/** Endpoints that keep the limit. */
const ENOUGH = 2;

/** A table may have thousands of effects, and each is compared with all others. */
const goesById = oncePer(
  (effect: Effect) => effect.category === "database" && requestIds(effect.entryPoint, effect).length > 0,
);

/** Columns that limit the rows, beside those that name one of them, to what the caller or a check ahead is about. */
const keptColumns = oncePer((effect: Effect): readonly string[] =>
  limitsIn(effect, effect.where, "").filter((name, index, all) => all.indexOf(name) === index),
);

function limitsIn(effect: Effect, where: Term | undefined, above: string): readonly string[] {
  if (where?.kind !== "object" || above.split(".").length > MAXIMUM_LEVELS) return [];
  return where.fields.flatMap(({ key, value }) => {
    if (key === undefined) return [];
    const name = above === "" ? key.toLowerCase() : `${above}.${key.toLowerCase()}`;
    if (value.kind === "object") return limitsIn(effect, value, name);
    return isTied(effect.entryPoint, effect, value) || isAskedAbout(effect, value) ? [name] : [];
  });
}

/** `{ lease: { unit: { agencyId } } }` */
const MAXIMUM_LEVELS = 4;

/** A check ahead is about this part of the request: `requireMember(user, input.projectId)`. */
function isAskedAbout({ entryPoint: entry, order }: Effect, value: Term): boolean {
  return (
    isSent(value) &&
    checksOf(entry).some(
      (guard) => guard.order < order && guard.proves.some((test) => someTerm(test, (part) => isSamePart(part, value))),
    )
  );
}

const checksOf = oncePer(({ guards }: EntryPoint): readonly Guard[] =>
  guards.filter(({ kind }) => kind === "role" || kind === "ownership"),
);

const namesOfChecks = oncePer((entry: EntryPoint): ReadonlySet<string> => new Set(checksOf(entry).map(nameOf)));

const namesOfRoles = oncePer(
  (entry: EntryPoint): ReadonlySet<string> =>
    new Set(
      checksOf(entry)
        .filter(({ kind }) => kind === "role")
        .map(nameOf),
    ),
);

/** Every check of a role that stands ahead here stands ahead there as well, and strangers are not let in there. */
function asksNoMore(entry: EntryPoint, other: EntryPoint): boolean {
  if (entry.guards.some(tellsOfCaller) && !other.guards.some(tellsOfCaller)) return false;
  const theirs = namesOfChecks(other);
  for (const name of namesOfRoles(entry)) if (!theirs.has(name)) return false;
  return true;
}

/** What checks of a role ask for, whatever is done: one guard may be told another right each time. */
const rightsOf = oncePer(
  (entry: EntryPoint): ReadonlySet<string> =>
    new Set(
      checksOf(entry).flatMap(({ kind, detail }) =>
        kind === "role" ? detail.filter((one) => one !== entry.method).join(" ") : [],
      ),
    ),
);

function tellsOfCaller({ kind }: Guard): boolean {
  return kind === "authentication" || kind === "role" || kind === "ownership";
}

/** Checks in a handler have no name of their own. */
function nameOf({ name, place }: Guard): string {
  return name === INLINE ? `${place.file} ${place.at[0]}` : name;
}
