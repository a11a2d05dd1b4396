/**
 * Walking a path: one entry point as numbered steps from the first request to the final write, and for each step what a
 * second call would do and what a failure right after it would leave behind.
 *
 * Said only as far as it is known: where a retry is neither known to be safe nor unsafe, the walk says so.
 */
import type { MapEffect, MapEntryPoint, MapGuard, MapStep, MapSystem } from "../model/service-map.ts";
import type { MapFinding } from "./atlas.ts";
import { handlerName } from "./scene-parts.ts";
import { changes, type Tone, worst } from "./tone.ts";

export interface Walk {
  readonly entry: MapEntryPoint;
  /** Who calls, and what answers: the sentence above the steps. */
  readonly opening: string;
  readonly steps: readonly WalkStep[];
  /** Findings of this path that stand at none of its steps. */
  readonly elsewhere: readonly MapFinding[];
}

export interface WalkStep {
  /** From 1. */
  readonly number: number;
  readonly kind: MapStep["kind"];
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly tone: Tone;
  readonly findings: readonly MapFinding[];
  readonly effect?: MapEffect;
  readonly guard?: MapGuard;
  /** What this step does when the whole path runs a second time. */
  readonly retry: string;
  /** What stays behind when the path fails right after this step. */
  readonly failure: string;
}

/** A finding this close below a step belongs to it. */
const NEAR = 2;

/** The steps of an entry point. */
export function walk(entry: MapEntryPoint, findings: readonly MapFinding[], systems: readonly MapSystem[]): Walk {
  const names = new Map(systems.map((system) => [system.id, system.name]));
  const watching = new Set(systems.filter((system) => system.kind === "observability").map((system) => system.id));
  const steps = entry.steps.length > 0 ? entry.steps : stepsFromParts(entry, names);
  const taken = new Set<MapFinding>();
  const effects = steps.map((step) => (step.effect === undefined ? undefined : entry.effects[step.effect]));
  // Logs and metrics are nothing to clean up.
  const lasting = effects.map((effect) => (effect && watching.has(effect.system) ? undefined : effect));

  const walked = steps.map((step, index): WalkStep => {
    const own = findings.filter((finding) => !taken.has(finding) && closestStep(finding, steps) === index);
    for (const finding of own) taken.add(finding);
    const effect = effects[index];
    const guard = step.guard === undefined ? undefined : entry.guards[step.guard];
    return {
      number: index + 1,
      kind: step.kind,
      text: step.text,
      file: step.file,
      line: step.line,
      tone: worst([
        ...own.map((finding): Tone => (finding.severity === "hint" ? "note" : finding.severity)),
        effect?.retrySafe === false ? "note" : step.kind === "unknown" ? "unknown" : "ok",
      ]),
      findings: own,
      ...(effect ? { effect } : {}),
      ...(guard ? { guard } : {}),
      retry: retryOf(step.kind, effect, guard, names),
      failure: failureAfter(index, lasting, names),
    };
  });
  return {
    entry,
    opening: openingOf(entry),
    steps: walked,
    elsewhere: findings.filter((finding) => !taken.has(finding)),
  };
}

function closestStep(finding: MapFinding, steps: readonly MapStep[]): number {
  let best = -1;
  let distance = NEAR + 1;
  for (const [index, step] of steps.entries()) {
    const away = finding.line - step.line;
    if (step.file === finding.file && away >= 0 && away < distance) {
      best = index;
      distance = away;
    }
  }
  return best;
}

const OPENINGS: Readonly<Record<MapEntryPoint["kind"], string>> = {
  http: "A client calls",
  page: "Somebody opens",
  webhook: "Another service calls",
  action: "A page of your own calls",
  rpc: "A client calls",
  graphql: "A client asks for",
  queue: "A message arrives on",
  schedule: "The clock starts",
  event: "Something in the service announces",
  socket: "A connected client sends",
  function: "The platform starts",
  command: "An operator runs",
};

function openingOf(entry: MapEntryPoint): string {
  const what =
    entry.method && entry.kind !== "action" && entry.kind !== "page" ? `${entry.method} ${entry.path}` : entry.path;
  const name = handlerName({ entry });
  const { file } = entry.handler;
  const handler = name.includes(":") ? `, handled in ${file.slice(file.lastIndexOf("/") + 1)}` : `, handled by ${name}`;
  const open = entry.public === undefined ? "" : ` Open to everybody on purpose: ${entry.public}.`;
  return `${OPENINGS[entry.kind]} ${what}${handler}.${open}`;
}

/** Maps of older or other origin may lack steps: guards come first, then effects, as they stand in the lists. */
function stepsFromParts(entry: MapEntryPoint, names: ReadonlyMap<string, string>): readonly MapStep[] {
  const guards = entry.guards.map((guard, index): MapStep => {
    return {
      kind: "guard",
      text: `Check ${guard.kind}: ${guard.name}`,
      file: guard.file,
      line: guard.line,
      guard: index,
    };
  });
  const effects = entry.effects.map((effect, index): MapStep => {
    const verb = { read: "Read", write: "Write", publish: "Publish to", call: "Call" }[effect.access];
    return {
      kind: effect.access,
      text: `${verb} ${nameOf(effect, names)}`,
      file: effect.file,
      line: effect.line,
      effect: index,
    };
  });
  return [...guards, ...effects];
}

/** `orders` or, without a target, `Stripe`. */
function nameOf(effect: MapEffect, names: ReadonlyMap<string, string>): string {
  return effect.target ?? names.get(effect.system) ?? effect.system;
}

function retryOf(
  kind: MapStep["kind"],
  effect: MapEffect | undefined,
  guard: MapGuard | undefined,
  names: ReadonlyMap<string, string>,
): string {
  if (guard?.kind === "dedupe") return "A repeated call stops here.";
  if (guard || kind === "guard") return "Checked again.";
  if (!effect) {
    if (kind === "decide") return "Decided again, from what is stored by then.";
    if (kind === "answer") return "Answered again.";
    return kind === "unknown" ? "Not known: this part could not be read." : "Done again.";
  }
  if (!changes(effect.access)) return "Read again; nothing changes.";
  if (effect.retrySafe === true)
    return `Nothing changes the second time${effect.because ? `: ${effect.because}` : ""}.`;
  const name = nameOf(effect, names);
  if (effect.retrySafe === undefined) return `Not known: a second call may repeat what it does to ${name}.`;
  return againOf(effect.operation, name);
}

function againOf(operation: string, name: string): string {
  switch (operation) {
    case "insert":
      return `Adds another row to ${name}.`;
    case "append":
      return `Appends to ${name} a second time.`;
    case "increment":
      return `Counts twice in ${name}.`;
    case "toggle":
      return `Turns ${name} back to what it was.`;
    case "send":
      return `Sends it once more through ${name}.`;
    case "charge":
      return `Charges again through ${name}.`;
    case "publish":
      return `Publishes a second message to ${name}.`;
    case "delete":
      return `May delete something else in ${name} the second time.`;
    default:
      return `Does it once more to ${name}.`;
  }
}

/** What stays behind, in the words of the person who has to clean up. */
function failureAfter(
  index: number,
  effects: readonly (MapEffect | undefined)[],
  names: ReadonlyMap<string, string>,
): string {
  const isChange = (effect: MapEffect | undefined): effect is MapEffect =>
    effect !== undefined && changes(effect.access);
  const before = effects.slice(0, index + 1).filter(isChange);
  const after = effects.slice(index + 1).filter(isChange);
  const open = new Set(after.map((effect) => effect.transaction).filter((number) => number !== undefined));
  const rolledBack = before.filter((effect) => effect.transaction !== undefined && open.has(effect.transaction));
  const kept = before.filter((effect) => !rolledBack.includes(effect));

  const undone = rolledBack.length > 0 ? `The transaction takes back ${listOf(rolledBack, names)}. ` : "";
  if (kept.length === 0) {
    return `${undone}${after.length > 0 || undone ? "Nothing is left behind." : "Nothing is changed on this path."}`;
  }
  const done = `${capitalise(enumerate(outcomes(kept, DONE, names)))}`;
  if (after.length === 0) return `${undone}${done}: all of it is done, and only the answer is lost.`;
  return `${undone}${done}, but ${enumerate(outcomes(after, MISSING, names))}.`;
}

function listOf(effects: readonly MapEffect[], names: ReadonlyMap<string, string>): string {
  return enumerate(effects.map((effect) => nameOf(effect, names)));
}

/** `a`, `a and b`, `a, b and c`; each once. */
function enumerate(parts: readonly string[]): string {
  const unique = [...new Set(parts)];
  return unique.length < 2 ? unique.join("") : `${unique.slice(0, -1).join(", ")} and ${unique.at(-1)}`;
}

/** What an operation leaves or lacks, in classes that are said once for all their targets. */
type Outcome = "entry" | "deletion" | "message" | "charge" | "publication" | "call" | "change";

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  insert: "entry",
  append: "entry",
  delete: "deletion",
  send: "message",
  charge: "charge",
  publish: "publication",
  call: "call",
};

const DONE: Readonly<Record<Outcome, (names: string, number: "one" | "many") => string>> = {
  entry: (names, number) => `${names} ${number === "one" ? "has" : "have"} a new entry`,
  deletion: (names) => `rows are gone from ${names}`,
  message: (names) => `the message through ${names} is sent`,
  charge: (names) => `the charge through ${names} is made`,
  publication: (names) => `the message to ${names} is published`,
  call: (names, number) => `${names} ${number === "one" ? "has" : "have"} been called`,
  change: (names, number) => `${names} ${number === "one" ? "is" : "are"} changed`,
};

const MISSING: Readonly<Record<Outcome, (names: string, number: "one" | "many") => string>> = {
  entry: (names) => `nothing is added to ${names}`,
  deletion: (names) => `nothing is deleted from ${names}`,
  message: (names) => `nothing is sent through ${names}`,
  charge: (names) => `nothing is charged through ${names}`,
  publication: (names) => `nothing is published to ${names}`,
  call: (names, number) => `${names} ${number === "one" ? "is" : "are"} not called`,
  change: (names, number) => `${names} ${number === "one" ? "is" : "are"} not yet changed`,
};

/** One part of a sentence for each kind of outcome, in the order in which they happen. */
function outcomes(
  effects: readonly MapEffect[],
  words: typeof DONE,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const groups = new Map<Outcome, string[]>();
  for (const effect of effects) {
    const outcome = OUTCOMES[effect.operation] ?? "change";
    const targets = groups.get(outcome) ?? [];
    const name = nameOf(effect, names);
    if (!targets.includes(name)) targets.push(name);
    groups.set(outcome, targets);
  }
  return [...groups].map(([outcome, targets]) =>
    words[outcome](enumerate(targets), targets.length === 1 ? "one" : "many"),
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
