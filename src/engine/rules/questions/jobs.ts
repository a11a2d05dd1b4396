/** What a job does that was put into a queue twice: its worker is an entry point of the same service. */

import { dominates, REMEMBERED } from "../../link/retry/retry.ts";
import { containsTerm, somePart, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { PathEvent } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";

/** The job's own worker is known, read whole, and a second run of it changes nothing. */
export function isHarmlessJob(effect: Effect, model: ServiceModel): boolean {
  if (effect.category !== "queue" || effect.operation !== "publish" || effect.target === undefined) return false;
  return isHarmless(effect.target, model, new Set());
}

/** What the job's own worker does again for a job that is there twice. Empty where no worker is known. */
export function doneAgainBy(effect: Effect, model: ServiceModel): readonly Effect[] {
  const { target } = effect;
  if (effect.category !== "queue" || effect.operation !== "publish" || target === undefined) return [];
  return model.entryPoints
    .filter((entry) => worksFor(entry, target))
    .flatMap((entry) => entry.effects.filter((one) => one.retry === "unsafe" || isToldByJob(one)));
}

/** No worker is known, or not what it does: whatever it is, a second job has it done again. */
export function isDoneUnseen(effect: Effect, model: ServiceModel): boolean {
  const { category, operation, target = "" } = effect;
  if (category !== "queue" || operation !== "publish") return false;
  if (namesOf(effect).some((name) => MADE_ANEW.test(name))) return false;
  return !model.entryPoints.some((entry) => worksFor(entry, target) && isRead(entry));
}

/** It goes to whoever listens right now, and is kept for nobody: they are told again what they know. */
export function isBroadcast(effect: Effect, model: ServiceModel): boolean {
  const { category, operation, system, target = "", call } = effect;
  if (category !== "queue" || operation !== "publish" || !KEEPS_NO_MESSAGE.has(system)) return false;
  return /(?:^|\.)s?publish$/i.test(call.text) && !model.entryPoints.some((entry) => worksFor(entry, target));
}

/** Their channels, unlike their streams. */
const KEEPS_NO_MESSAGE: ReadonlySet<string> = new Set(["redis", "upstash-redis"]);

/** Its name says that somebody gets a letter: `sendEmailWorkflow`, `{ name: "EmailTask" }`. */
export function isLetterJob(effect: Effect): boolean {
  return namesOf(effect).some((name) => LETTER.test(name));
}

/** What the queue, the job and the task in it are called, spelled apart. */
function namesOf({ target = "", call }: Effect): readonly string[] {
  const given = call.arguments.flatMap((term) =>
    term.kind === "object"
      ? term.fields.flatMap(({ key, value }) => (NAMES_TASK.test(key ?? "") ? [value] : []))
      : [term],
  );
  const texts = given.flatMap((term) => (term.kind === "literal" ? [String(term.value)] : []));
  return [target, ...texts].map((name) => spelledApart(name));
}

const NAMES_TASK = /^(?:name|task|type|job|kind)$/;
const LETTER = /(?:^|[^a-z])(?:e?-?mails?|mailer|sms|letters?)(?:[^a-z]|$)/i;

/** What is worked out anew each time, and what is only counted. */
const MADE_ANEW =
  /(?:^|[^a-z])(?:cache|re-?index|index|search|embed(?:d?ings?)?|vectors?|analytics|audit|logs?|metrics?|track|sync|refresh|invalidate|warm|clean-?up|thumbnails?|resize)(?:[^a-z]|$)/i;

function isHarmless(queue: string, model: ServiceModel, seen: Set<string>): boolean {
  if (seen.has(queue)) return true;
  seen.add(queue);
  const workers = model.entryPoints.filter((entry) => worksFor(entry, queue));
  return workers.length > 0 && workers.every((entry) => isRead(entry) && entry.effects.every(isQuiet));

  function isQuiet(effect: Effect): boolean {
    if (effect.category === "observability" || effect.category === "cache") return true;
    if (effect.retry === "safe") return !isToldByJob(effect);
    const job = effect.category === "queue" && effect.operation === "publish" && effect.target;
    return job ? isHarmless(job, model, seen) : false;
  }
}

/** A repeat is recognised by the job's own id: a second job of the same content has another one. */
function isToldByJob(effect: Effect): boolean {
  if (effect.retry !== "safe" || effect.access === "read") return false;
  // A step is remembered within its run, and a second event starts another one.
  if (effect.because === REMEMBERED) return ONCE_MORE.has(effect.operation);
  const { guards, effects } = effect.entryPoint;
  const asked = effects.filter((one) => one.where !== undefined && asksForJob(one.where));
  return guards.some(
    (guard) =>
      guard.kind === "dedupe" &&
      effect.because?.startsWith(guard.name) &&
      dominates(guard, effect) &&
      guard.proves.some((term) => asked.some((one) => containsTerm(term, one.result))),
  );
}

const ONCE_MORE: ReadonlySet<Effect["operation"]> = new Set([
  "insert",
  "append",
  "increment",
  "send",
  "charge",
  "publish",
]);

/** The id that the queue gave the job is in it. */
const asksForJob = somePart(
  (part) => part.kind === "input" && part.source === "job" && part.path.length === 1 && part.path[0] === "id",
);

/** What it does is known: a worker that seems to do nothing was not understood. */
function isRead({ trail, effects }: EntryPoint): boolean {
  return !trail.incomplete && effects.length > 0 && !trail.events.some(isChosenByJob);
}

/** What is called is looked up by what the job says, in a list that cannot be read: `new tasks[job.data.name]().run()`. */
function isChosenByJob(event: PathEvent): boolean {
  if (event.kind !== "opaque") return false;
  let { callee } = event.call;
  while (callee.kind === "member") callee = callee.of;
  if (callee.kind !== "unknown") return false;
  const [list, ...keys] = callee.parts;
  return list !== undefined && !someTerm(list, isOfJob) && keys.some((key) => someTerm(key, isOfJob));
}

function isOfJob(part: Term): boolean {
  return part.kind === "input" && (part.source === "message" || part.source === "job");
}

function worksFor(entry: EntryPoint, queue: string): boolean {
  return entry.kind === "queue" && (entry.path === queue || entry.path.startsWith(`${queue}/`));
}
