/**
 * A path as numbered steps in plain words, for people who walk it: guards, reads, decisions, writes, the answer.
 *
 * A refusal is part of the check that makes it, not a step of its own.
 */
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Guard } from "../model/guard.ts";
import type { CheckEvent, PathEvent, RespondEvent } from "../model/path.ts";
import type { MapStep } from "../model/service-map.ts";
import type { Place } from "../model/term.ts";
import { INLINE } from "./guards/guards.ts";
import { conditionWords } from "./terms/condition-words.ts";
import { writtenCondition } from "./trail/written-condition.ts";

/** What the words are made with. */
export interface StepReader {
  lineOf(place: Place): number;
  /** The code at a place, as its author wrote it. */
  textOf(place: Place): string | undefined;
  /** What a system is called. */
  nameOf(system: string): string;
}

/** The steps of an entry point. What stands at one place is said once. */
export function mapSteps(entry: EntryPoint, reader: StepReader): readonly MapStep[] {
  const steps: MapStep[] = [];
  const seen = new Set<string>();
  const guards = new Map<number, number[]>();
  entry.guards.forEach((guard, index) => {
    guards.set(guard.order, [...(guards.get(guard.order) ?? []), index]);
  });
  const effects = new Map(entry.effects.map((effect, index) => [effect.order, index]));
  const ordered = [...entry.trail.events].sort((a, b) => a.order - b.order);
  for (const event of ordered) {
    for (const step of describe(entry, event, reader, {
      guards: guards.get(event.order) ?? [],
      effect: effects.get(event.order),
    })) {
      const key = `${step.kind} ${step.text} ${step.place.file}:${step.place.at[0]}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { place, ...rest } = step;
      steps.push({ ...rest, file: place.file, line: reader.lineOf(place) });
    }
  }
  return steps;
}

type PlacedStep = Omit<MapStep, "file" | "line"> & { readonly place: Place };

function describe(
  entry: EntryPoint,
  event: PathEvent,
  reader: StepReader,
  { guards, effect }: { readonly guards: readonly number[]; readonly effect: number | undefined },
): readonly PlacedStep[] {
  const { place } = event;
  if (guards.length > 0) {
    return guards.flatMap((index): PlacedStep[] => {
      const guard = entry.guards[index];
      return guard ? [{ kind: "guard", text: guardText(guard), guard: index, place }] : [];
    });
  }
  if (effect !== undefined) {
    const found = entry.effects[effect];
    // Logging on every other line would bury the path.
    return found && found.category !== "observability" ? [{ ...effectText(found, reader), effect, place }] : [];
  }
  if (event.kind === "check") {
    const text = checkText(event, entry.effects, reader);
    return text === undefined ? [] : [{ kind: "decide", text, place }];
  }
  if (event.kind === "respond" && !isRefusal(event)) {
    return [{ kind: "answer", text: event.status ? `Answer ${event.status}` : "Answer", place }];
  }
  if (event.kind === "opaque" && event.inChain) {
    return [{ kind: "unknown", text: `Go through ${event.call.text}, which could not be read`, place }];
  }
  return [];
}

/** An error answered on a side branch: the check before it says so already. */
function isRefusal(event: RespondEvent): boolean {
  const aside = event.scopes.some(
    (scope) => scope.kind === "branch" || scope.kind === "case" || scope.kind === "catch",
  );
  return aside && event.status !== undefined && event.status >= 400;
}

const GUARD_TEXT: Readonly<Record<Guard["kind"], string>> = {
  authentication: "Check who is calling",
  role: "Check the role",
  ownership: "Check that it is the caller's own",
  signature: "Check the signature",
  dedupe: "Stop if it was done already",
  validation: "Check the input",
  rateLimit: "Limit the rate",
  transaction: "Open a transaction",
};

function guardText({ kind, name, detail }: Guard): string {
  const words = detail.filter((word) => WORD.test(word) && !VAGUE.has(word) && !name.includes(word)).slice(0, 3);
  // A look-up that stops repeats is told by what it looks in, a check written in place by what it asks for.
  if (kind === "dedupe" && words.length > 0) return `Stop if it is in ${words.join(", ")} already`;
  const by = name !== INLINE ? name : kind === "role" ? words.join(", ") : "";
  return by === "" ? GUARD_TEXT[kind] : `${GUARD_TEXT[kind]}: ${by}`;
}

/** A role, a table: no pattern, no masked value. */
const WORD = /^[A-Za-z][\w.:-]{1,40}$/;
const VAGUE: ReadonlySet<string> = new Set(["role", "roles", "scope", "string", "none", "type"]);

const VERBS: Readonly<Record<Effect["operation"], string>> = {
  read: "Read",
  set: "Update",
  upsert: "Create or update",
  delete: "Delete from",
  insert: "Add to",
  append: "Append to",
  increment: "Change a counter in",
  toggle: "Toggle a value in",
  send: "Send through",
  charge: "Charge through",
  publish: "Publish to",
  call: "Call",
};

/** Calls whose address is made while the code runs. */
const SOMEWHERE: ReadonlySet<string> = new Set(["fetch", "axios", "got", "ky", "undici", "superagent", "request"]);

function effectText(effect: Effect, reader: StepReader): { readonly kind: MapStep["kind"]; readonly text: string } {
  const kind = effect.access === "call" && effect.operation === "read" ? "call" : effect.access;
  const name = reader.nameOf(effect.system);
  if (effect.target === undefined && SOMEWHERE.has(effect.system))
    return { kind, text: `Call another service (${name})` };
  const target = effect.target === undefined ? name : `${effect.target} (${name})`;
  return { kind, text: `${VERBS[effect.operation]} ${target}` };
}

/**
 * `Stop with 404 unless something is found in products`, or the condition as it is written. Without the reason where only
 * the answer is known; undefined where neither is.
 */
function checkText({ stop, test, stopsWhen, place }: CheckEvent, effects: readonly Effect[], reader: StepReader) {
  const what = stop.how === "redirect" ? "Redirect" : stop.status ? `Stop with ${stop.status}` : "Stop";
  const told = conditionWords(test, stopsWhen ? "if" : "unless", effects);
  if (told) return `${what} ${told}`;
  if (!stop.status && stop.how !== "redirect") return undefined;
  const written = writtenCondition(reader.textOf(place), stopsWhen ? "if" : "unless");
  return written ? `${what} ${written}` : `${what} in one case`;
}
