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
import { SYSTEM_NAMES } from "../systems/system-names.ts";
import { conditionWords } from "./condition-words.ts";

/** The steps of an entry point. What stands at one place is said once. */
export function mapSteps(entry: EntryPoint, lineOf: (place: Place) => number): readonly MapStep[] {
  const steps: MapStep[] = [];
  const seen = new Set<string>();
  const guards = new Map<number, number[]>();
  entry.guards.forEach((guard, index) => {
    guards.set(guard.order, [...(guards.get(guard.order) ?? []), index]);
  });
  const effects = new Map(entry.effects.map((effect, index) => [effect.order, index]));
  const ordered = [...entry.trail.events].sort((a, b) => a.order - b.order);
  for (const event of ordered) {
    for (const step of describe(entry, event, guards.get(event.order) ?? [], effects.get(event.order))) {
      const key = `${step.kind} ${step.text} ${step.place.file}:${step.place.at[0]}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { place, ...rest } = step;
      steps.push({ ...rest, file: place.file, line: lineOf(place) });
    }
  }
  return steps;
}

type PlacedStep = Omit<MapStep, "file" | "line"> & { readonly place: Place };

function describe(
  entry: EntryPoint,
  event: PathEvent,
  guards: readonly number[],
  effect: number | undefined,
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
    return found && found.category !== "observability" ? [{ ...effectText(found), effect, place }] : [];
  }
  if (event.kind === "check") {
    const text = checkText(event, entry.effects);
    return text === undefined ? [] : [{ kind: "decide", text, place }];
  }
  if (event.kind === "respond" && !isRefusal(event)) {
    return [{ kind: "answer", text: event.status ? `Answer ${event.status}` : "Answer", place }];
  }
  if (event.kind === "opaque" && event.inChain) {
    return [{ kind: "unknown", text: `${event.call.text} (could not be read)`, place }];
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

function guardText(guard: Guard): string {
  const detail = guard.detail.length > 0 ? `: ${guard.detail.slice(0, 3).join(", ")}` : "";
  return `${GUARD_TEXT[guard.kind]} (${guard.name}${detail})`;
}

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

function effectText(effect: Effect): { readonly kind: MapStep["kind"]; readonly text: string } {
  const kind = effect.access === "call" && effect.operation === "read" ? "call" : effect.access;
  const name = SYSTEM_NAMES[effect.system] ?? effect.system;
  const target = effect.target === undefined ? name : `${effect.target} (${name})`;
  return { kind, text: `${VERBS[effect.operation]} ${target}` };
}

/**
 * `Stop with 404 unless db.product.findUnique() gives something`. Without the reason where only the answer is known;
 * undefined where neither is.
 */
function checkText({ stop, test, stopsWhen }: CheckEvent, effects: readonly Effect[]): string | undefined {
  const what = stop.how === "redirect" ? "Redirect" : stop.status ? `Stop with ${stop.status}` : "Stop";
  const condition = conditionWords(test, stopsWhen ? "if" : "unless", effects);
  if (condition) return `${what} ${condition}`;
  return stop.status || stop.how === "redirect" ? `${what} unless the check holds` : undefined;
}
