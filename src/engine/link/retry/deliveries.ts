/** How often jobs are tried: told where they are put into the queue, which is another entry point than their worker. */
import type { Delivery, EntryPoint } from "../../model/entry-point.ts";

/** What the framework told of each entry point, before its publishers were asked. */
const declared = new WeakMap<EntryPoint, Delivery>();

/** Gives workers the most attempts that somebody who queues their jobs asks for. */
export function withDeliveries(entries: readonly EntryPoint[]): readonly EntryPoint[] {
  const asked = attemptsByQueue(entries);
  for (const entry of entries) {
    if (entry.kind !== "queue") continue;
    const own = declared.get(entry) ?? entry.delivery;
    declared.set(entry, own);
    const attempts = mostAttempts(asked.get(entry.path) ?? asked.get(queueOf(entry.path)), own.attempts);
    if (attempts !== entry.delivery.attempts) Object.assign(entry, { delivery: { ...own, attempts } });
  }
  return entries;
}

/** By queue: the attempts of each place that puts a job in, undefined where it does not say. */
function attemptsByQueue(entries: readonly EntryPoint[]): ReadonlyMap<string, readonly (number | undefined)[]> {
  const found = new Map<string, (number | undefined)[]>();
  for (const entry of entries) {
    for (const effect of entry.effects) {
      if (effect.category !== "queue" || effect.access !== "publish" || effect.target === undefined) continue;
      const list = found.get(effect.target);
      if (list) list.push(effect.attempts);
      else found.set(effect.target, [effect.attempts]);
    }
  }
  return found;
}

/** Where one of them does not say, the queue's own number counts, and without one nothing is certain. */
function mostAttempts(asked: readonly (number | undefined)[] | undefined, own: number | undefined): number | undefined {
  const all = (asked ?? [undefined]).map((attempts) => attempts ?? own);
  const known = all.filter((attempts) => attempts !== undefined);
  const most = known.length > 0 ? Math.max(...known) : undefined;
  return known.length === all.length || (most !== undefined && most > 1) ? most : undefined;
}

/** `receipts/send` is a job of the queue `receipts`. */
function queueOf(path: string): string {
  return path.split("/")[0] ?? path;
}
