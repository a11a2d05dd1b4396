/** Environment variables that the service reads, and whether anybody documented them. */
import type { Sources } from "../link/files/sources.ts";
import { isCode } from "../link/files/sources.ts";
import { isTest } from "../link/files/test-files.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { MapConfig } from "../model/service-map.ts";
import type { Place } from "../model/term.ts";
import { readersInText, settingsInText } from "./settings-in-text.ts";

const SECRET_NAME =
  /(?:secret|token|password|passwd|pwd|private|credential|api_?key|_key$|_dsn$|database_url|connection_string|mongo(?:db)?_ur[il]|redis_url)/i;
const DOCUMENTED =
  /(?:^|\/)\.env(?:\.[\w-]+)*\.(?:example|sample|template|dist|defaults?)$|(?:^|\/)example\.env$|(?:^|\/)env\.example$/;

export function readVariables(
  entryPoints: readonly EntryPoint[],
  sources: Sources,
  lineOf: (place: Place) => number,
): readonly MapConfig[] {
  const documented = documentedIn(sources);
  const found = new Map<string, MapConfig>();
  const note = (name: string, place: Place): void => {
    if (found.has(name)) return;
    found.set(name, {
      name,
      secret: SECRET_NAME.test(name) && !/public|publishable/i.test(name),
      file: place.file,
      line: lineOf(place),
      documented: documented.has(name),
    });
  };
  const files = serviceFiles(entryPoints, sources);
  const readers = new Set(files.flatMap((file) => readersInText(sources.text(file) ?? "")));
  for (const file of files) {
    for (const { name, at, checked } of readsOf(file, sources, readers)) {
      if (checked) documented.add(name);
      note(name, { file, at: [at, at] });
    }
  }
  for (const entry of entryPoints) for (const name of entry.config) note(name, entry.effects[0]?.place ?? entry.place);
  return [...found.values()]
    .map((one) => (documented.has(one.name) ? { ...one, documented: true } : one))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function documentedIn(sources: Sources): Set<string> {
  const documented = new Set<string>();
  for (const path of sources.paths()) {
    if (!DOCUMENTED.test(path)) continue;
    for (const match of (sources.text(path) ?? "").matchAll(/^[ \t#]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gm))
      documented.add(match[1] ?? "");
  }
  return documented;
}

const SCHEMA = /\.prisma$/;

function readsOf(file: string, sources: Sources, readers: Iterable<string>): ReturnType<typeof settingsInText> {
  const text = sources.text(file) ?? "";
  if (!SCHEMA.test(file)) return settingsInText(text, readers);
  return [...text.matchAll(/\benv\(\s*"(\w+)"\s*\)/g)].map((match) => ({ name: match[1] ?? "", at: match.index }));
}

/** Code of the packages that entry points and what they run stand in: not that of a page or a script beside them. */
function serviceFiles(entryPoints: readonly EntryPoint[], sources: Sources): readonly string[] {
  const roots = packageFolders(sources);
  const owner = (file: string) => roots.find((root) => file.startsWith(root)) ?? "";
  const owners = new Set<string>();
  for (const entry of entryPoints) {
    owners.add(owner(entry.place.file));
    for (const event of entry.trail.events) owners.add(owner(event.place.file));
  }
  return [...sources.paths()]
    .filter(
      (file) => (isCode(file) || SCHEMA.test(file)) && !isTest(file) && !BESIDE.test(file) && owners.has(owner(file)),
    )
    .sort();
}

/** Folders with a package of their own, the innermost first. */
function packageFolders(sources: Sources): readonly string[] {
  return [...sources.paths()]
    .filter((path) => /(?:^|\/)package\.json$/.test(path))
    .map((path) => path.slice(0, -"package.json".length))
    .sort((a, b) => b.length - a.length);
}

/** What is run by hand, what was built, and declarations. */
const BESIDE =
  /(?:^|\/)(?:scripts?|dist|build|out|node_modules|\.next|coverage|migrations|seeds?|seeders?)\/|\.d\.[cm]?ts$|\.min\.js$/;
