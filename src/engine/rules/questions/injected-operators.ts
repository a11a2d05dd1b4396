/**
 * A part of the request as a value of a filter, where an object is read as operators.
 *
 * MongoDB's driver takes `{ email: { $gt: "" } }` for "any e-mail". Mongoose casts values to the type of the path and
 * refuses other objects, but reads operators first, in texts, numbers and ids alike, unless `sanitizeFilter` is on
 * (https://mongoosejs.com/docs/api/mongoose.html#Mongoose.prototype.set()). Prisma reads `{ not: "" }` the same way where
 * a condition may be a filter: not on the unique key of `findUnique`, `update` and `delete`
 * (https://www.prisma.io/docs/orm/reference/prisma-client-reference#filter-conditions-and-operators).
 */
import { compareAsValue } from "../../fixes/statements/compare-as-value.ts";
import { alternatives } from "../../link/evaluate/members.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix, Severity } from "../../model/finding.ts";
import type { PathEvent } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { InputSource, Term } from "../../model/term.ts";
import { isTamed } from "./client-text.ts";
import type { Injected } from "./injected.ts";
import { oncePerModel } from "./once.ts";
import type { InputTerm } from "./raw-input.ts";
import { stakeOf } from "./stake.ts";

export function injectedOperators(entry: EntryPoint, model: ServiceModel): readonly Injected[] {
  if (entry.kind === "graphql" || entry.intake?.typed) return [];
  for (const effect of entry.effects) {
    const open = openCondition(entry, effect, model);
    if (!open || isSanitised(entry, effect, model)) continue;
    const target = effect.target ?? effect.system;
    const [what, then] =
      open.name === undefined
        ? ["hands a part of the request to", "Name the fields."]
        : [`finds rows of ${target} by "${open.name}" of the request in`, "Compare it as a text."];
    const found: Injected = {
      event: effect,
      at: effect.call.calleePlace ?? effect.place,
      says: `${what} ${effect.call.text} as it was sent: ${open.everyRow} matches every row. ${then}`,
      last: "an object in the request is read as operators",
      severity: severityOf(entry, effect, open),
      ...(open.name !== undefined && { fixes: () => fixesOf(effect, model, open.name ?? "") }),
    };
    return [found];
  }
  return [];
}

function fixesOf(effect: Effect, model: ServiceModel, field: string): readonly Fix[] {
  return [compareAsValue({ effect, model, field })].filter((fix) => fix !== undefined);
}

interface Open {
  readonly everyRow: string;
  /** The field; undefined where the whole filter is the client's. */
  readonly name: string | undefined;
  readonly input: InputTerm;
}

function openCondition(entry: EntryPoint, effect: Effect, model: ServiceModel): Open | undefined {
  const { where, call } = effect;
  const { operators } = effect.traits;
  if (!operators || !where || !holds(where, HOLDS_CLIENT_DATA)) return undefined;
  const { lists, everyRow } = operators;
  if (lists && !lists.test(lastName(call.text))) return undefined;
  const open = openIn(where, undefined, isOpen(entry, effect, model), 0);
  if (!open) return undefined;
  // Of lists, a read is only widened; here it changes everything, or stands for a secret that nobody knows.
  const isGrave = !lists || effect.access !== "read" || open.name === undefined || SECRET.test(open.name);
  return isGrave ? { ...open, everyRow } : undefined;
}

function lastName(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1);
}

const SECRET = /pass|token|secret|otp|pin|(?:^|_)code|key|hash|session/i;
const MAXIMUM_DEPTH = 4;

function openIn(
  where: Term,
  name: string | undefined,
  open: (term: Term) => InputTerm | undefined,
  depth: number,
): Omit<Open, "everyRow"> | undefined {
  if (depth > MAXIMUM_DEPTH) return undefined;
  for (const option of alternatives(where)) {
    const input = open(option);
    if (input) return { name, input };
    if (option.kind === "array" && depth > 0) {
      const found = option.items.map((item) => openIn(item, undefined, open, depth + 1)).find(Boolean);
      if (found) return found;
    }
    if (option.kind !== "object") continue;
    for (const { key, value } of option.fields) {
      // `$eq`, `$in`, `contains` compare with a value; conditions are joined by these.
      const joins = key !== undefined && /^(?:\$and|\$or|\$nor|AND|OR|NOT)$/.test(key);
      if (key?.startsWith("$") && !joins) continue;
      if (key !== undefined && depth > 0 && COMPARES.has(key)) continue;
      const found = openIn(value, joins ? undefined : key, open, depth + 1);
      if (found && !(joins && found.name === undefined && value.kind !== "array")) return found;
    }
  }
  return undefined;
}

const COMPARES = new Set(
  "equals not in notIn lt lte gt gte contains startsWith endsWith search mode has hasEvery hasSome".split(" "),
);

/** Something that may be an object: parsed JSON, or an address that the framework opens into objects. */
function isOpen(entry: EntryPoint, effect: Effect, model: ServiceModel): (term: Term) => InputTerm | undefined {
  return (term) => {
    const input = inputOf(term);
    if (!input) return undefined;
    const objects =
      input.source === "query"
        ? opensAddresses(entry, model)
        : input.source === "body" || input.source === "arguments" || input.source === "message";
    return objects && !isTamed(entry, effect, input) && !isKnownText(entry, effect, input) ? input : undefined;
  };
}

function inputOf(term: Term): InputTerm | undefined {
  if (term.kind === "input") return term;
  if (term.kind !== "member" && term.kind !== "element") return undefined;
  const { of } = term;
  // JSON.parse(body).email
  return inputOf(of.kind === "unknown" && of.parts.length === 1 && of.parts[0] ? of.parts[0] : of);
}

/** `typeof email === "string"` stood ahead, or a method that only texts have was called on it. */
function isKnownText(entry: EntryPoint, effect: Effect, input: InputTerm): boolean {
  const isTyped = (test: Term): boolean =>
    test.kind === "operation" &&
    (test.operator === "typeof" ? test.parts[0] === input : test.parts.some((part) => isTyped(part)));
  const told = (event: PathEvent): boolean =>
    event.kind === "check" && event.order < effect.order && isTyped(event.test);
  return entry.trail.events.some(told) || effect.scopes.some((scope) => scope.kind === "branch" && isTyped(scope.test));
}

/** The version that the service asks for reads `?email[$ne]=` as an object. */
function opensAddresses(entry: EntryPoint, model: ServiceModel): boolean {
  const flat = entry.intake?.flatQuerySince;
  if (!flat) return false;
  const version = new RegExp(`"${flat.package}"\\s*:\\s*"[\\^~]?(\\d+)\\.`).exec(packageOf(entry, model))?.[1];
  return version !== undefined && Number(version) < flat.version;
}

function isSanitised(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  const { takenOutBy, offBy } = effect.traits.operators ?? {};
  if (takenOutBy?.test(packageOf(entry, model))) return true;
  return offBy !== undefined && isSet(offBy, model);
}

function packageOf(entry: EntryPoint, model: ServiceModel): string {
  return (
    model.text(entry.app === "" ? "package.json" : `${entry.app}/package.json`) ?? model.text("package.json") ?? ""
  );
}

/** `mongoose.set("sanitizeFilter", true)` stands anywhere. Asked only where there would be a finding. */
function isSet(setting: string, model: ServiceModel): boolean {
  const known = knownSettings(model);
  let answer = known.get(setting);
  if (answer === undefined) {
    const text = new RegExp(`["'\`]?${setting}["'\`]?\\s*[,:]\\s*true`);
    answer = [...model.paths].some((path) => /\.[cm]?[jt]s$/.test(path) && text.test(model.text(path) ?? ""));
    known.set(setting, answer);
  }
  return answer;
}

const knownSettings = oncePerModel(() => new Map<string, boolean>());

/** A secret that is matched and rows that are changed at once are one thing; a list that grows, or the caller's own rows, another. */
function severityOf(entry: EntryPoint, effect: Effect, open: Open): Severity {
  const { text } = effect.call;
  if (open.name !== undefined && SECRET.test(open.name)) return "error";
  if (effect.where && isTied(effect.where)) return "hint";
  if (effect.access !== "read") return open.name === undefined || /Many$/.test(text) ? "error" : "warning";
  if (open.name === undefined) return "warning";
  const one = /(?:findOne|findById|findFirst)/.test(text) && stakeOf(effect) === "account";
  return one && !isSearchedFor(entry, effect) ? "warning" : "hint";
}

/** "Is the name taken?": whoever makes it match refuses themselves. */
function isSearchedFor(entry: EntryPoint, effect: Effect): boolean {
  const check = entry.trail.events.find(
    (event) => event.kind === "check" && event.order > effect.order && containsTerm(event.test, effect.result),
  );
  if (check?.kind !== "check" || !check.stopsWhen) return false;
  // `if (found)`, `if (found && found.id !== id)`
  const first = check.test.kind === "operation" && check.test.operator === "&&" ? check.test.parts[0] : check.test;
  return first === effect.result;
}

/** Another field of the filter holds who is calling, or what middleware left on the request: it stays among their rows. */
function isTied(where: Term): boolean {
  return (
    where.kind === "object" &&
    where.fields.some(({ value }) =>
      someTerm(
        value,
        (part) => part.kind === "input" && TIES.has(part.source) && (part.source !== "request" || part.path.length > 0),
      ),
    )
  );
}

const TIES: ReadonlySet<InputSource> = new Set(["identity", "session", "request", "context"]);
