/** Environment variables that the service reads, and whether anybody documented them. */
import type { Sources } from "../link/files/sources.ts";
import { isCode } from "../link/files/sources.ts";
import { isTest } from "../link/files/test-files.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { MapConfig } from "../model/service-map.ts";
import type { Place } from "../model/term.ts";
import type { FileTable } from "./file-table.ts";
import { readersInText, type SettingRead, settingsAskedOf, settingsInText } from "./settings-in-text.ts";

const SECRET_NAME =
  /(?:secret|token|password|passwd|pwd|private|credential|api_?key|_key$|_dsn$|database_url|connection_string|mongo(?:db)?_ur[il]|redis_url)/i;
const DOCUMENTED =
  /(?:^|\/)\.env(?:\.[\w-]+)*\.(?:example|sample|template|dist|defaults?)$|(?:^|\/)example\.env$|(?:^|\/)env\.example$/;

export type VariableReader = (
  entryPoints: readonly EntryPoint[],
  lineOf: (place: Place) => number,
) => readonly MapConfig[];

/** What each text tells is kept with its file: after an edit one file is read. */
export function createVariableReader(files: FileTable): VariableReader {
  const readIn = files.noting({ name: "settings", applies: mayRead, make: readsIn });
  const readersIn = files.noting({ name: "readers of settings", applies: mayRead, make: readersInText });
  const askedIn = new Map<string, (path: string) => readonly SettingRead[] | undefined>();
  const askedOf = (readers: readonly string[]): ((path: string) => readonly SettingRead[] | undefined) => {
    const name = `settings asked of ${readers.join()}`;
    const known =
      askedIn.get(name) ?? files.noting({ name, applies: mayRead, make: (text) => settingsAskedOf(readers, text) });
    askedIn.set(name, known);
    return known;
  };
  return (entryPoints, lineOf) => {
    const documented = documentedIn(files);
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
    const ofService = serviceFiles(entryPoints, files);
    const readers = [...new Set(ofService.flatMap((file) => readersIn(file) ?? []))].sort();
    const asked = readers.length > 0 ? askedOf(readers) : undefined;
    for (const file of ofService) {
      for (const { name, at, checked } of [...(readIn(file) ?? []), ...(asked?.(file) ?? [])]) {
        if (checked) documented.add(name);
        note(name, { file, at: [at, at] });
      }
    }
    for (const entry of entryPoints)
      for (const name of entry.config) note(name, entry.effects[0]?.place ?? entry.place);
    return [...found.values()]
      .map((one) => (documented.has(one.name) ? { ...one, documented: true } : one))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  };
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

function readsIn(text: string, file: string): readonly SettingRead[] {
  if (!SCHEMA.test(file)) return settingsInText(text);
  return [...text.matchAll(/\benv\(\s*"(\w+)"\s*\)/g)].map((match) => ({ name: match[1] ?? "", at: match.index }));
}

function mayRead(file: string): boolean {
  return (isCode(file) || SCHEMA.test(file)) && !isTest(file) && !BESIDE.test(file);
}

/** Code of the packages that entry points and what they run stand in: not that of a page or a script beside them. */
function serviceFiles(entryPoints: readonly EntryPoint[], sources: Sources): readonly string[] {
  const roots = packageFolders(sources);
  const known = new Map<string, string>();
  const owner = (file: string): string => {
    const found = known.get(file) ?? roots.find((root) => file.startsWith(root)) ?? "";
    known.set(file, found);
    return found;
  };
  const owners = new Set<string>();
  for (const entry of entryPoints) {
    owners.add(owner(entry.place.file));
    for (const event of entry.trail.events) owners.add(owner(event.place.file));
  }
  return [...sources.paths()].filter((file) => mayRead(file) && owners.has(owner(file))).sort();
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
