/** Environment variables that entry points need, and whether anybody documented them. */

import type { Linker } from "../link/evaluate/linker.ts";
import type { Sources } from "../link/files/sources.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { MapConfig } from "../model/service-map.ts";
import type { Place } from "../model/term.ts";

const SECRET_NAME =
  /(?:secret|token|password|passwd|pwd|private|credential|api_?key|_key$|_dsn$|database_url|connection_string|mongo(?:db)?_ur[il]|redis_url)/i;
const DOCUMENTED =
  /(?:^|\/)\.env(?:\.[\w-]+)*\.(?:example|sample|template|dist|defaults?)$|(?:^|\/)example\.env$|(?:^|\/)env\.example$/;

export function readVariables(
  linker: Linker,
  entryPoints: readonly EntryPoint[],
  sources: Sources,
  lineOf: (place: Place) => number,
): readonly MapConfig[] {
  void linker;
  const documented = new Set<string>();
  for (const path of sources.paths()) {
    if (!DOCUMENTED.test(path)) continue;
    for (const match of (sources.text(path) ?? "").matchAll(/^[ \t#]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gm))
      documented.add(match[1] ?? "");
  }
  const found = new Map<string, MapConfig>();
  for (const entry of entryPoints) {
    for (const name of entry.config) {
      if (found.has(name)) continue;
      const effect = entry.effects[0];
      const place = effect?.place ?? entry.place;
      found.set(name, {
        name,
        secret: SECRET_NAME.test(name) && !/public|publishable/i.test(name),
        file: place.file,
        line: lineOf(place),
        documented: documented.has(name),
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
