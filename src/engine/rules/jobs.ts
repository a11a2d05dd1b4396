/** What a job does that was put into a queue twice: its worker is an entry point of the same service. */
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { ServiceModel } from "../model/service-model.ts";

/** The job's own worker is known, read whole, and a second run of it changes nothing. */
export function isHarmlessJob(effect: Effect, model: ServiceModel): boolean {
  if (effect.category !== "queue" || effect.operation !== "publish" || effect.target === undefined) return false;
  return isHarmless(effect.target, model, new Set());
}

function isHarmless(queue: string, model: ServiceModel, seen: Set<string>): boolean {
  if (seen.has(queue)) return true;
  seen.add(queue);
  const workers = model.entryPoints.filter((entry) => worksFor(entry, queue));
  return workers.length > 0 && workers.every((entry) => !entry.trail.incomplete && entry.effects.every(isQuiet));

  function isQuiet(effect: Effect): boolean {
    if (effect.category === "observability" || effect.category === "cache") return true;
    if (effect.retry === "safe") return true;
    const job = effect.category === "queue" && effect.operation === "publish" && effect.target;
    return job ? isHarmless(job, model, seen) : false;
  }
}

function worksFor(entry: EntryPoint, queue: string): boolean {
  return entry.kind === "queue" && (entry.path === queue || entry.path.startsWith(`${queue}/`));
}
