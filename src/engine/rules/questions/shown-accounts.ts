/** Whole account rows, passwords and all, that go out with what was asked for: `include: { owner: true }`. */

import { speaksOf } from "../../facts/speaks-of.ts";
import { alternatives } from "../../link/evaluate/members.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { LoadedRelations } from "../../model/system-traits.ts";
import type { Term } from "../../model/term.ts";
import { passwordColumn } from "../../schema/password-column.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { isCallers } from "./ownership.ts";
import { tableOf } from "./tables.ts";

export interface ShownAccount {
  readonly table: Table;
  /** Relations on the way to it: `owner.user`. */
  readonly way: readonly string[];
  readonly password: string;
}

/** The account that a query loads whole with its rows, where these are answered as they were found. */
export function shownAccount(effect: Effect, model: ServiceModel): ShownAccount | undefined {
  const { access, traits, call } = effect;
  const { loads } = traits;
  const table = tableOf(effect, model);
  const [options] = call.arguments;
  if (access !== "read" || !loads || table === undefined || options?.kind !== "object") return undefined;
  const answers = answersOf(effect.entryPoint);
  if (leavesOut(call.callee, loads) || !answers.some((answer) => holdsAsFound(answer, effect.result))) return undefined;
  if (isFiltered(effect.entryPoint)) return undefined;
  const found = included(options, { table, model, effect, loads }, []);
  const [relation = ""] = found?.way ?? [];
  if (found && isTakenCareOf(effect, found.password, model)) return undefined;
  return answers.some((answer) => isReplaced(answer, effect.result, relation)) ? undefined : found;
}

/** `new PrismaClient({ omit: … })`, `prisma.$extends(…)` */
function leavesOut(client: Term | undefined, loads: LoadedRelations): boolean {
  if (client?.kind !== "external") return false;
  const { option, call } = loads.leftOutBy;
  if (client.path.includes(call)) return true;
  return (
    (client.arguments ?? []).some((one) => one.kind === "object" && one.fields.some(({ key }) => key === option)) ||
    leavesOut(client.base, loads)
  );
}

/** What an answer has is decided behind the handler, or whose the row is was asked there. */
function isFiltered({ reshaped, guards }: EntryPoint): boolean {
  return reshaped || guards.some(({ kind }) => kind === "ownership");
}

/** The function that asks or answers speaks of the column: it may be taken away there, by a way that nobody follows. */
function isTakenCareOf({ entryPoint: entry, place }: Effect, password: string, model: ServiceModel): boolean {
  return [entry.handler.place, place].some(({ file, at }) => {
    const facts = model.facts(file);
    return facts !== undefined && speaksOf(facts, at, password);
  });
}

/** What is answered, refusals left out. */
function answersOf({ trail }: EntryPoint): readonly Term[] {
  const sent = trail.events.flatMap((event) =>
    event.kind === "respond" && (event.status === undefined || event.status < 300) && event.value ? [event.value] : [],
  );
  return trail.answer ? [...sent, trail.answer] : sent;
}

/** The rows stand in the answer themselves, and nothing that was made of them. */
function holdsAsFound(answer: Term, rows: Term): boolean {
  return alternatives(answer).some((one) => {
    if (one === rows) return true;
    if (one.kind === "object") return one.fields.some(({ value }) => holdsAsFound(value, rows));
    if (one.kind === "array") return one.items.some((item) => holdsAsFound(item, rows));
    return one.kind === "operation" && /^(?:\|\||\?\?|\?:)$/.test(one.operator)
      ? one.parts.slice(one.operator === "?:" ? 1 : 0).some((part) => holdsAsFound(part, rows))
      : false;
  });
}

/** `{ ...listing, owner: { name: listing.owner.name } }`: on some way something else is put in its place. */
function isReplaced(answer: Term, rows: Term, relation: string): boolean {
  return someTerm(
    answer,
    (part) =>
      part.kind === "object" &&
      part.fields.some(({ key, value }) => key === undefined && value === rows) &&
      part.fields.some(({ key }) => key === relation),
  );
}

/** What stands below which table, in one query. */
interface Asked {
  readonly table: Table;
  readonly model: ServiceModel;
  readonly effect: Effect;
  readonly loads: LoadedRelations;
}

function included(
  options: Term & { readonly kind: "object" },
  asked: Asked,
  way: readonly string[],
): ShownAccount | undefined {
  const { table, model, effect, loads } = asked;
  for (const { key = "", value } of options.fields) {
    if (!loads.under.includes(key) || value.kind !== "object") continue;
    for (const { key: name, value: picked } of value.fields) {
      const relation = table.relations?.find((one) => one.name.toLowerCase() === name?.toLowerCase());
      const to = relation && tableNamed(relation.table, model.schema);
      if (name === undefined || !relation || !to || (way.length === 0 && isCallersOwn(effect, relation.columns)))
        continue;
      const found = shownIn(picked, { ...asked, table: to }, [...way, name]);
      if (found) return found;
    }
  }
  return undefined;
}

function shownIn(picked: Term, asked: Asked, way: readonly string[]): ShownAccount | undefined {
  const { table, loads } = asked;
  const password = passwordColumn(table);
  if (picked.kind === "literal")
    return picked.value === true && password !== undefined ? { table, way, password } : undefined;
  if (picked.kind !== "object" || way.length > MAXIMUM_LEVELS) return undefined;
  const isPicked = picked.fields.some(({ key }) => key === undefined || loads.picks.includes(key));
  if (password !== undefined && !isPicked) return { table, way, password };
  return included(picked, asked, way);
}

const MAXIMUM_LEVELS = 4;

/** The rows were found by this column, with the caller in it: the account is the caller's. */
function isCallersOwn({ entryPoint: entry, where }: Effect, columns: readonly string[]): boolean {
  return (
    where !== undefined &&
    someTerm(
      where,
      (part) =>
        part.kind === "object" &&
        part.fields.some(
          ({ key, value }) =>
            columns.some((one) => one.toLowerCase() === key?.toLowerCase()) && isCallers(entry, value),
        ),
    )
  );
}
