// https://www.mongodb.com/docs/manual/reference/operator/update/
/** What MongoDB updates do, for the driver and for Mongoose. */

import type { Operation } from "../../model/effect.ts";
import type { OperatorObjects } from "../../model/system-traits.ts";
import type { Term, TermField } from "../../model/term.ts";
import type { CallDefinition, TermMaker } from "../define-system.ts";
import { field, isLiteral, itemsOf, keysOf, objectsIn } from "./terms.ts";

/** https://www.mongodb.com/docs/manual/reference/operator/query/ · https://github.com/fiznool/express-mongo-sanitize */
export const MONGO_OPERATORS: OperatorObjects = {
  everyRow: '{ "$ne": "" }',
  takenOutBy: /mongo-sanitize|mongo-sanitise/,
};

/** `updateOne(filter, update, { upsert: true })` and its like. */
export function mongoUpdate(
  terms: TermMaker,
  filter: Term | undefined,
  update: Term | undefined,
  /** `after`: what comes back is the row as it is afterwards. */
  options: { readonly upsert: Term | undefined; readonly after?: boolean },
): Omit<CallDefinition, "target"> {
  const change = changeOf(update, filter);
  const upsert = isLiteral(options.upsert, true);
  return {
    access: "write",
    operation: change === "set" && upsert ? "upsert" : change,
    ...(filter && { where: filter }),
    ...(update && { data: dataOf(terms, update) }),
    ...(upsert && { conflict: keysOf(filter).filter((key) => !key.startsWith("$")) }),
    ...(upsert && options.after && { givesAnyway: true }),
  };
}

/** `{ new: true }`, `{ returnDocument: "after" }`: the row, and not whether it was there. */
export function givesAfter(options: Term | undefined): boolean {
  if (field(options, "rawResult") || field(options, "includeResultMetadata")) return false;
  return (
    isLiteral(field(options, "new"), true) ||
    isLiteral(field(options, "returnNewDocument"), true) ||
    isLiteral(field(options, "returnOriginal"), false) ||
    isLiteral(field(options, "returnDocument"), "after")
  );
}

/** `bulkWrite([{ updateOne: { filter, update } }, …])`: what the least repeatable of its writes does. */
export function bulkWrite(terms: TermMaker, list: Term | undefined): Omit<CallDefinition, "target"> {
  const writes = objectsIn(list).flatMap((part) => part.fields.flatMap((one) => readWrite(terms, one)));
  const unknown: Omit<CallDefinition, "target"> = { access: "write", operation: "call", ...(list && { data: list }) };
  return ORDER.map((operation) => writes.find((write) => write.operation === operation)).find(Boolean) ?? unknown;
}

const ORDER: readonly Operation[] = ["increment", "append", "insert", "call", "upsert", "set", "delete"];

function readWrite(terms: TermMaker, { key, value }: TermField): readonly Omit<CallDefinition, "target">[] {
  const filter = field(value, "filter");
  if (key === "insertOne") {
    const document = field(value, "document");
    return [{ access: "write", operation: "insert", ...(document && { data: document }) }];
  }
  if (key === "deleteOne" || key === "deleteMany")
    return [{ access: "write", operation: "delete", ...(filter && { where: filter }) }];
  if (key !== "updateOne" && key !== "updateMany" && key !== "replaceOne") return [];
  const update = field(value, "update") ?? field(value, "replacement");
  return [mongoUpdate(terms, filter, update, { upsert: field(value, "upsert") })];
}

/**
 * What an aggregation goes on from, `[{ $match: { ownerId } }, …]`, and what it lets through later: of rows that it joined,
 * those of the caller. https://www.mongodb.com/docs/manual/core/aggregation-pipeline/
 */
export function matchedBy(terms: TermMaker, pipeline: Term | undefined): Pick<CallDefinition, "where"> {
  const [start, ...later] = itemsOf(pipeline);
  const first = field(start, "$match");
  const others = later.flatMap((stage) => field(stage, "$match") ?? []);
  if (!first || others.length === 0) return first ? { where: first } : {};
  const parts = [first, ...others];
  const open = parts.filter((part) => part.kind !== "object");
  const fields = parts.flatMap((part) => (part.kind === "object" ? part.fields : []));
  return { where: terms.object(open.length === 0 ? fields : [...fields, { key: "$and", value: terms.array(open) }]) };
}

function changeOf(update: Term | undefined, filter: Term | undefined): Operation {
  if (update?.kind === "array") return changeByStages(itemsOf(update), filter);
  const operators = new Set(keysOf(update));
  // `liked ? { $pull: { likes: id } } : { $addToSet: { likes: id } }`
  // `{ [liked ? "$pull" : "$addToSet"]: { likes: id } }`
  const chosen = update?.kind === "object" ? update.fields.flatMap(keysChosen) : objectsIn(update).flatMap(keysOf);
  // What a `switch` over the request's action left may be any of them.
  const isDecided = update?.kind !== "choice" || update.options.length === 2;
  if (isDecided && chosen.includes("$pull") && (chosen.includes("$addToSet") || chosen.includes("$push")))
    return "toggle";
  if (operators.has("$inc") || operators.has("$mul")) return "increment";
  if (operators.has("$push") && !keysOf(field(update, "$push")).every((list) => asksMissing(filter, list)))
    return "append";
  return "set";
}

/**
 * `[{ $set: { open: { $not: "$open" }, visits: { $add: ["$visits", 1] } } }]`: what a column becomes is worked out of what it
 * holds. https://www.mongodb.com/docs/manual/tutorial/update-documents-with-aggregation-pipeline/
 */
function changeByStages(stages: readonly Term[], filter: Term | undefined): Operation {
  const set = setByStages(stages);
  // A list that is asked not to have what is added to it: the second run finds no row.
  if (set.some(({ key = "" }) => asksMissing(filter, key))) return "set";
  const changes = set.map(({ key, value }) => changeOfColumn(key, value));
  return (["increment", "append", "toggle"] as const).find((change) => changes.includes(change)) ?? "set";
}

function setByStages(stages: readonly Term[]): readonly TermField[] {
  return stages.flatMap((stage) => {
    const set = field(stage, "$set") ?? field(stage, "$addFields");
    return set?.kind === "object" ? set.fields : [];
  });
}

function changeOfColumn(column: string | undefined, value: Term): Operation {
  const isAsked = (part: Term): boolean => part.kind === "literal" && part.value === `$${column}`;
  const asked = (operator: string): readonly Term[] => {
    const given = field(value, operator);
    const operands = given?.kind === "array" ? given.items : given ? [given] : [];
    // What is added on one way only was asked for first.
    return operands.some((one) => field(one, "$cond")) ? [] : operands;
  };
  if (asked("$add").some(isAsked) || asked("$subtract").slice(0, 1).some(isAsked)) return "increment";
  if (asked("$concatArrays").some(isAsked)) return "append";
  if (asked("$not").some(isAsked)) return "toggle";
  return alternates(field(value, "$cond"), isAsked) ? "toggle" : "set";
}

/** `{ $cond: [{ $eq: ["$state", "on"] }, "off", "on"] }`, `{ $cond: { if: "$open", then: false, else: true } }`. */
function alternates(choice: Term | undefined, isColumn: (part: Term) => boolean): boolean {
  const [test, yes, no] =
    choice?.kind === "array" ? itemsOf(choice) : ["if", "then", "else"].map((key) => field(choice, key));
  if (!test || yes?.kind !== "literal" || no?.kind !== "literal") return false;
  if (isColumn(test)) return yes.value === false && no.value === true;
  const compared = itemsOf(field(test, "$eq"));
  return compared.some(isColumn) && compared.some((part) => isLiteral(part, no.value)) && yes.value !== no.value;
}

/** `{ "tags.id": { $ne: id } }` beside `$push: { tags: … }`: what stands in the list already is not added again. */
function asksMissing(filter: Term | undefined, list: string): boolean {
  return keysOf(filter).some((key) => {
    if (key !== list && !key.startsWith(`${list}.`)) return false;
    return keysOf(field(filter, key)).some((operator) => /^\$(?:ne|nin|not)$/.test(operator));
  });
}

/** The texts that a computed key may be. */
function keysChosen({ key, value }: TermField): readonly string[] {
  if (key !== undefined) return [];
  return textsIn(value).filter((text) => text.startsWith("$"));
}

function textsIn(term: Term): readonly string[] {
  if (term.kind === "literal") return typeof term.value === "string" ? [term.value] : [];
  if (term.kind === "choice") return term.options.flatMap(textsIn);
  return term.kind === "unknown" || term.kind === "operation" ? term.parts.flatMap(textsIn) : [];
}

/** Fields written, without the operators around them. */
function dataOf(terms: TermMaker, update: Term): Term {
  if (update.kind === "array") return terms.object(setByStages(update.items));
  if (update.kind !== "object") return update;
  const fields = update.fields.flatMap((one): readonly TermField[] => {
    if (!one.key?.startsWith("$")) return [one];
    // It takes what stands first or last.
    if (one.key === "$pop" && one.value.kind === "object")
      return one.value.fields.map(({ key, value }) => ({
        ...(key && { key }),
        value: terms.operation("pop", [value]),
      }));
    return one.value.kind === "object" ? one.value.fields : [{ value: one.value }];
  });
  return terms.object(fields);
}
