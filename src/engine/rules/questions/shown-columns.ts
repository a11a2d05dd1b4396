/** What is picked or answered of rows that are read, and whether it tells of a person. */

import { isFoundById } from "../../link/terms/found-by-id.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term, TermField } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { OF_SOMEBODY } from "../../vocabulary/told-of-persons.ts";
import { shownParts } from "./answered.ts";

/** The query picks columns, or the answer parts of the row, and none is about a person: the hours that are taken. */
export function showsNoPerson(entry: EntryPoint, effect: Effect): boolean {
  const shown = shownColumns(entry, effect);
  // Whoever asks by the id knows it.
  const isById = isFoundById(effect);
  if (isById && shown.length > 0 && shown.every((name) => ONLY_NAMES.test(name))) return true;
  const tells = (name: string): boolean =>
    OF_SOMEBODY.test(name) || /name/i.test(name) || (!isById && isIdColumn(name));
  return shown.length > 0 && !shown.some(tells);
}

/** Of those who offer what is shown, what everybody sees of them: the name and the picture of a doctor, of an author. */
export function showsFaces(entry: EntryPoint, effect: Effect): boolean {
  const { where } = effect;
  const isBeside = entry.effects.some(
    (other) =>
      other.order < effect.order && other.target !== effect.target && where && containsTerm(where, other.result),
  );
  if (!isBeside) return false;
  const shown = shownColumns(entry, effect);
  return shown.length > 0 && shown.every((name) => FACE.test(name));
}

const FACE =
  /^(?:_?id|(?:first|last|full|display|user|nick)?_?name|handle|image|avatar|picture|photo|logo|(?:image|avatar|picture|photo|logo)_?url|bio|about|city|country|rating|is_?verified)$/i;

/** What somebody is called, and how they look: whoever knows the id was shown them before. */
const ONLY_NAMES = /^(?:_?id|(?:first|last|full|display|user)?_?name|avatar(?:_?url)?|image(?:_?url)?|picture|photo)$/i;

/** The columns that are asked for or answered with; none where it may be the whole row. */
export function shownColumns(entry: EntryPoint, effect: Effect): readonly string[] {
  const picked = pickedColumns(effect);
  return picked.length > 0 ? picked : (shownParts(entry, effect) ?? []);
}

/** `select: { startsAt: true }`, `attributes: ["startsAt"]`. */
function pickedColumns({ call }: Effect): readonly string[] {
  // https://mongoosejs.com/docs/api/model.html#Model.findOne()
  const [, projection] = /(?:^|\.)find(?:One|ById)?$/.test(call.text) ? call.arguments : [];
  if (projection?.kind === "object" && projection.fields.length > 0 && projection.fields.every(isPicked))
    return projection.fields.flatMap(({ key }) => key ?? []);
  const options = call.arguments.flatMap((argument) => (argument.kind === "object" ? argument.fields : []));
  const picked = options.find(({ key }) => /^(?:select|attributes|columns|projection)$/.test(key ?? ""))?.value;
  // `attributes: { exclude: ["password"] }` of Sequelize leaves all others in.
  if (picked?.kind === "object" && picked.fields.some(({ key }) => key === "exclude" || key === "include")) return [];
  if (picked?.kind === "object") return namesPicked(picked) ?? [];
  return picked?.kind === "array"
    ? picked.items.flatMap((item) => (item.kind === "literal" ? [String(item.value)] : []))
    : [];
}

/** `{ ...shown, avatar: true }`; undefined where what is spread is not known. */
function namesPicked(picked: Term): readonly string[] | undefined {
  if (picked.kind !== "object") return undefined;
  const names = picked.fields.map(({ key, value }) =>
    key === undefined ? namesPicked(value) : isNo(value) ? [] : [key],
  );
  return names.every((some) => some !== undefined) ? names.flat() : undefined;
}

function isPicked({ key, value }: TermField): boolean {
  return key !== undefined && value.kind === "literal" && (value.value === true || value.value === 1);
}

function isNo(value: Term): boolean {
  return value.kind === "literal" && (value.value === false || value.value === 0);
}
