/**
 * Modules that are loaded by the names of their files: `readdirSync(folder).forEach((file) => require(join(folder, file)))`.
 */
import { matchesGlob } from "../../config/glob.ts";
import type { Term } from "../../model/term.ts";
import { type Call, enter } from "../evaluate/call.ts";
import { type Activation, type Linker, placeOf } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { MAXIMUM_UNROLLED } from "../evaluate/unrolled.ts";
import { exportedValue, importedValue } from "../evaluate/values.ts";
import { directoryOf, joinPath } from "../files/paths.ts";
import { isCode } from "../files/sources.ts";
import { isTest } from "../files/test-files.ts";
import { fieldOf } from "../terms/field-of.ts";
import { folderOf } from "./folders.ts";

/** Names in a folder of the workspace that holds code, also for a callback; undefined where the call is something else. */
export function listedFolder(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "external" },
  call: Call,
): Term | undefined {
  const names = namesAsked(linker, target, call);
  if (!names || names.length === 0 || names.length > MAXIMUM_UNROLLED) return undefined;
  const { literal, array, object } = linker.terms;
  const options = call.arguments[1];
  const detailed = options?.kind === "object" && options.fields.some((field) => field.key === "withFileTypes");
  const list = array(names.map((one) => (detailed ? object([{ key: "name", value: literal(one) }]) : literal(one))));
  const callback = call.arguments.at(-1);
  if (callback?.kind === "function") enter(linker, activation, callback, [linker.terms.undefined, list], call);
  return list;
}

function namesAsked(
  linker: Linker,
  target: Term & { readonly kind: "external" },
  call: Call,
): readonly string[] | undefined {
  const name = target.path.at(-1) ?? "default";
  const [where, options] = call.arguments;
  if (!where) return undefined;
  if (GLOBS.has(target.package)) return GLOB_CALL.test(name) ? globbed(linker, call, where, options) : undefined;
  const lists = /^(?:node:fs(?:\/promises)?|fs-extra)$/.test(target.package) && /^readdir(?:Sync)?$/.test(name);
  const folder = lists ? folderOf(linker, where, call.place.file) : undefined;
  return folder === undefined ? undefined : namesIn(linker, folder);
}

/** https://github.com/isaacs/node-glob · https://github.com/mrmlnc/fast-glob · https://github.com/sindresorhus/globby */
const GLOBS: ReadonlySet<string> = new Set(["glob", "fast-glob", "globby", "tinyglobby"]);
const GLOB_CALL = /^(?:default|sync|async|glob|globby)$|^glob(?:by)?Sync$/;

/** Files that patterns name: as seen from the folder that the service is started in, or as absolute paths. */
function globbed(linker: Linker, call: Call, patterns: Term, options: Term | undefined): readonly string[] {
  const from = call.place.file;
  const written = fieldOf(options, "cwd");
  const start = (written && folderOf(linker, written, from)) ?? linker.modules.appOf(from);
  const prefix = start === "" ? "" : `${start}/`;
  const isAbsolute = fieldOf(options, "absolute") !== undefined;
  const globsOf = (written: Term | undefined) =>
    (written?.kind === "array" ? written.items : written ? [written] : []).flatMap((pattern) => {
      const texts = writtenTexts(pattern).filter((text) => !text.startsWith("/"));
      if (texts.length > 0) return texts.map((text) => ({ glob: joinPath(start, text), relative: true }));
      return [{ glob: folderOf(linker, pattern, from), relative: false }];
    });
  const ignored = globsOf(fieldOf(options, "ignore")).flatMap(({ glob }) => glob ?? []);
  return globsOf(patterns).flatMap(({ glob, relative }) => {
    if (glob === undefined) return [];
    return filesMatching(linker, "", [glob], ignored).map((path) =>
      relative && !isAbsolute && path.startsWith(prefix) ? path.slice(prefix.length) : `/${path}`,
    );
  });
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

/** `require(path)` and `import(path)` of a path that is not written as one text. */
export function loadedModule(
  linker: Linker,
  activation: Activation,
  specifier: Term,
  at: Call["expression"],
): Term | undefined {
  const from = placeOf(activation, at).file;
  if (specifier.kind === "literal" && typeof specifier.value === "string" && !specifier.value.startsWith("/")) {
    const value = importedValue(linker, from, specifier.value, "*");
    return value.kind === "result" ? undefined : value;
  }
  const isPath = specifier.kind === "external" || specifier.kind === "text" || specifier.kind === "literal";
  const path = isPath ? folderOf(linker, specifier, from) : undefined;
  if (path === undefined) return undefined;
  const here = directoryOf(from);
  const up = here === "" ? "" : "../".repeat(here.split("/").length);
  const found = linker.modules.resolve(from, `./${up}${path}`);
  return found.kind === "file" ? exportedValue(linker, found.path, "*") : undefined;
}
