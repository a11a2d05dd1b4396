/** Links that stand ahead of many handlers: hooks of the whole service, and no part of what one route is for. */
import { linkOf } from "../../link/trail/chain.ts";
import type { PathEvent } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { oncePerModel } from "./once.ts";

/** Of so many handlers and more. */
const MANY = 4;

export function isOfSharedLink(event: PathEvent, model: ServiceModel): boolean {
  const link = linkOf(event);
  return link !== undefined && (handlersBehind(model).get(keyOf(link.place)) ?? 0) >= MANY;
}

/** How many handlers each link stands ahead of. */
const handlersBehind = oncePerModel((model: ServiceModel) => {
  const counts = new Map<string, number>();
  for (const { chain } of model.entryPoints)
    for (const key of new Set(chain.map(({ place }) => keyOf(place)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
});

function keyOf({ file, at }: Place): string {
  return `${file}:${at[0]}`;
}
