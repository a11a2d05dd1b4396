/** From a place in the code to the paths that run through it: what "follow the cursor" highlights. */
import type { MapEntryPoint, ServiceMap } from "../model/service-map.ts";

export interface CursorPlace {
  readonly file: string;
  readonly line: number;
  /** First and last line of the function the cursor is in, where the editor knows it. */
  readonly from?: number;
  readonly to?: number;
}

/** Ids of the entry points whose path has a known place in the function at the cursor; handlers there come first. */
export function entryPointsAt(map: ServiceMap, cursor: CursorPlace): readonly string[] {
  const range = rangeOf(map, cursor);
  if (!range) return [];
  const inside = (place: { file: string; line: number }) =>
    place.file === cursor.file && place.line >= range.from && place.line <= range.to;
  const handled = map.entryPoints.filter((entry) => inside(entry.handler) || inside(entry));
  const passing = map.entryPoints.filter((entry) => !handled.includes(entry) && placesOf(entry).some(inside));
  return [...handled, ...passing].map((entry) => entry.id);
}

/** Without the editor's help: from the last known place at or above the cursor to the cursor. */
function rangeOf(map: ServiceMap, cursor: CursorPlace): { readonly from: number; readonly to: number } | undefined {
  if (cursor.from !== undefined && cursor.to !== undefined) return { from: cursor.from, to: cursor.to };
  let from = 0;
  for (const entry of map.entryPoints) {
    for (const place of [entry, entry.handler, ...placesOf(entry)]) {
      if (place.file === cursor.file && place.line <= cursor.line && place.line > from) from = place.line;
    }
  }
  return from > 0 ? { from, to: cursor.line } : undefined;
}

function placesOf(entry: MapEntryPoint): readonly { readonly file: string; readonly line: number }[] {
  return [...entry.guards, ...entry.effects, ...entry.steps];
}
