/** Lists of the service's own files that its code asks for at start: `readdirSync(folder)`, `globSync("./routes/*.js")`. */
import { matchesGlob } from "../../config/glob.ts";
import type { Term } from "../../model/term.ts";
import { type Call, enter } from "../evaluate/call.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { MAXIMUM_UNROLLED } from "../evaluate/unrolled.ts";
import { ancestors, directoryOf, joinPath } from "../files/paths.ts";
import { isCode } from "../files/sources.ts";
import { isTest } from "../files/test-files.ts";
import { fieldOf } from "../terms/field-of.ts";
import { folderOf } from "./folders.ts";
import { askedPath, entryTerm, kindAt } from "./kinds-of-files.ts";

/** What a list names: the name as the code is given it, and the path in the workspace. */
interface Listed {
  readonly name: string;
  readonly path: string;
}

/** The names of code that the call lists, also for its callback; undefined where the call is something else. */
export function listedFiles(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "external" },
  call: Call,
): Term | undefined {
  const listed = filesAsked(linker, target, call);
  if (!listed || listed.length === 0 || listed.length > MAXIMUM_UNROLLED) return undefined;
  const isDetailed = isSet(call.arguments[1], "withFileTypes");
  const list = linker.terms.array(
    listed.map(({ name, path }) =>
      isDetailed ? entryTerm(linker, path, kindAt(linker, path) ?? "file") : linker.terms.literal(name),
    ),
  );
  const callback = call.arguments.at(-1);
  if (callback?.kind === "function") enter(linker, activation, callback, [linker.terms.undefined, list], call);
  return list;
}

function filesAsked(
  linker: Linker,
  target: Term & { readonly kind: "external" },
  call: Call,
): readonly Listed[] | undefined {
  const name = target.path.at(-1) ?? "default";
  const [where, options] = call.arguments;
  if (!where) return undefined;
  const isOfNode = /^node:fs(?:\/promises)?$/.test(target.package);
  if (GLOBS.has(target.package)) return GLOB_CALL.test(name) ? globbed(linker, call, where, options) : undefined;
  if (isOfNode && /^glob(?:Sync)?$/.test(name)) return globbed(linker, call, where, options);
  const lists = (isOfNode || target.package === "fs-extra") && /^readdir(?:Sync)?$/.test(name);
  const folder = lists ? askedPath(linker, where, call.place.file) : undefined;
  if (folder === undefined) return undefined;
  const names = isSet(options, "recursive") ? namesBelow(linker, folder) : namesIn(linker, folder);
  return names.map((one) => ({ name: one, path: folder === "" ? one : `${folder}/${one}` }));
}

/** `{ withFileTypes: true }` */
function isSet(options: Term | undefined, name: string): boolean {
  const value = fieldOf(options, name);
  return value !== undefined && !(value.kind === "literal" && value.value === false);
}

/** https://github.com/isaacs/node-glob · https://github.com/mrmlnc/fast-glob · https://github.com/sindresorhus/globby */
const GLOBS: ReadonlySet<string> = new Set(["glob", "fast-glob", "globby", "tinyglobby"]);
const GLOB_CALL = /^(?:default|sync|async|glob|globby)$|^glob(?:by)?Sync$/;

/** Files that patterns name: as seen from the folder that the service is started in, or as absolute paths. */
function globbed(linker: Linker, call: Call, patterns: Term, options: Term | undefined): readonly Listed[] {
  const from = call.place.file;
  const written = fieldOf(options, "cwd");
  const start = (written && folderOf(linker, written, from)) ?? linker.modules.appOf(from);
  const prefix = start === "" ? "" : `${start}/`;
  const isAbsolute = isSet(options, "absolute");
  const asksFolders = isSet(options, "onlyDirectories");
  const globsOf = (written: Term | undefined) =>
    (written?.kind === "array" ? written.items : written ? [written] : []).flatMap((pattern) => {
      const texts = writtenTexts(pattern).filter((text) => !text.startsWith("/"));
      if (texts.length > 0)
        return texts.map((text) => ({
          glob: joinPath(start, text),
          relative: true,
          folders: asksFolders || text.endsWith("/"),
        }));
      return [{ glob: folderOf(linker, pattern, from), relative: false, folders: asksFolders }];
    });
  const ignored = globsOf(fieldOf(options, "ignore")).flatMap(({ glob }) => glob ?? []);
  const found = globsOf(patterns).flatMap(({ glob, relative, folders }) => {
    if (glob === undefined) return [];
    const paths = folders ? foldersMatching(linker, glob) : filesMatching(linker, "", [glob], ignored);
    return paths.map((path) => ({
      name: relative && !isAbsolute && path.startsWith(prefix) ? path.slice(prefix.length) : `/${path}`,
      path,
    }));
  });
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

/** Folders that hold code, somewhere, and fit: `modules/*\/`. */
function foldersMatching(linker: Linker, glob: string): readonly string[] {
  const folders = new Set<string>();
  for (const path of linker.sources.paths()) {
    if (!isCode(path) || isTest(path)) continue;
    for (const folder of ancestors(directoryOf(path))) folders.add(folder);
  }
  // Its own end makes of a folder's path that of something in it, which a pattern names itself, and nothing further down.
  const fits = patternOf(`${glob}/.`);
  return [...folders].filter((folder) => folder !== "" && fits(`${folder}/.`)).sort();
}

/** Every text that the term may be, letter for letter: `./${isDevelopment ? "src" : "build"}/routes` may be two. */
function writtenTexts(term: Term): readonly string[] {
  if (term.kind === "literal") return [String(term.value)];
  if (term.kind === "text")
    return term.parts.reduce<readonly string[]>(
      (heads, part) => heads.flatMap((head) => writtenTexts(part).map((tail) => head + tail)),
      [""],
    );
  const options = alternatives(term);
  return options.length > 1 ? options.flatMap(writtenTexts) : [];
}

/** Code below a folder whose path from there fits a pattern, and none that is ignored. Built output has the names of its sources. */
export function filesMatching(
  linker: Linker,
  folder: string,
  globs: readonly string[],
  ignored: readonly string[] = [],
): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const built = (path: string): string => path.replace(/\.ts\b/g, ".js");
  const patterns = globs.map((glob) => patternOf(built(glob)));
  const without = ignored.map((glob) => patternOf(built(glob)));
  return [...linker.sources.paths()].filter((path) => {
    if (!path.startsWith(prefix) || !isCode(path) || isTest(path)) return false;
    const name = built(path.slice(prefix.length));
    return patterns.some((fits) => fits(name)) && !without.some((fits) => fits(name));
  });
}

/** `!(a|b)` is any name but these; `@(a|b)` and its like are either. */
function patternOf(glob: string): (path: string) => boolean {
  const either = glob
    .replace(/^\.\//, "")
    .replace(/(!?)[+@?]?\(([^()]*)\)/g, (_, not: string, names: string) => `${not}{${names.replaceAll("|", ",")}}`);
  const refused = either.includes("!{") ? either.replaceAll("!{", "{") : undefined;
  const taken = either.replace(/!\{[^{}]*\}/g, "*");
  return (path) => matchesGlob(taken, path) && (refused === undefined || !matchesGlob(refused, path));
}

/** Files and folders of code directly below it. */
export function namesIn(linker: Linker, folder: string): readonly string[] {
  const read = (): readonly string[] => {
    const prefix = folder === "" ? "" : `${folder}/`;
    const names = new Set<string>();
    for (const path of linker.sources.paths()) {
      if (!path.startsWith(prefix) || !isCode(path) || isTest(path)) continue;
      names.add(path.slice(prefix.length).split("/", 1)[0] ?? "");
    }
    return [...names].sort();
  };
  return linker.memo.get(`names in ${folder}`, read, read);
}

/** The same, and what is further down: files, and the folders that they lie in. */
function namesBelow(linker: Linker, folder: string): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const names = new Set<string>();
  for (const path of linker.sources.paths()) {
    if (!path.startsWith(prefix) || !isCode(path) || isTest(path)) continue;
    const name = path.slice(prefix.length);
    names.add(name);
    for (const above of ancestors(directoryOf(name))) if (above !== "") names.add(above);
  }
  return [...names].sort();
}
