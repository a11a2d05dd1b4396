/**
 * Modules that are loaded by the names of their files: `readdirSync(folder).forEach((file) => require(join(folder, file)))`.
 */
import type { Term } from "../../model/term.ts";
import { type Call, enter } from "../evaluate/call.ts";
import { type Activation, type Linker, placeOf } from "../evaluate/linker.ts";
import { exportedValue, importedValue } from "../evaluate/values.ts";
import { directoryOf } from "../files/paths.ts";
import { isCode } from "../files/sources.ts";
import { isTest } from "../files/test-files.ts";
import { folderOf } from "./folders.ts";

/** Folders with more files than this are no folders of routes. */
const MAXIMUM_FILES = 96;

/** Names in a folder of the workspace that holds code; undefined where the call is something else. */
export function listedFolder(
  linker: Linker,
  target: Term & { readonly kind: "external" },
  call: Call,
): Term | undefined {
  if (target.package !== "node:fs" && target.package !== "node:fs/promises" && target.package !== "fs-extra")
    return undefined;
  const name = target.path.at(-1);
  const [where, options] = call.arguments;
  if ((name !== "readdirSync" && name !== "readdir") || !where) return undefined;
  const folder = folderOf(linker, where, call.place.file);
  if (folder === undefined) return undefined;
  const names = namesIn(linker, folder);
  if (names.length === 0 || names.length > MAXIMUM_FILES) return undefined;
  const { literal, array, object } = linker.terms;
  const detailed = options?.kind === "object" && options.fields.some((field) => field.key === "withFileTypes");
  return array(names.map((one) => (detailed ? object([{ key: "name", value: literal(one) }]) : literal(one))));
}

function namesIn(linker: Linker, folder: string): readonly string[] {
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

/**
 * All modules of a folder at once, by the names of their files: `requireDir("./models", { mapKey: (value, name) => … })`.
 * https://github.com/aseemk/requireDir · https://github.com/felixge/node-require-all
 */
export function loadedFolder(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "external" },
  call: Call,
): Term | undefined {
  if (!LOAD_FOLDERS.has(target.package)) return undefined;
  const [first, second] = call.arguments;
  const where = first?.kind === "object" ? optionOf(first, "dirname") : first;
  const folder = where && folderOf(linker, where, call.place.file);
  if (folder === undefined) return undefined;
  const names = namesIn(linker, folder).filter((name) => isCode(name) && name !== call.place.file.split("/").at(-1));
  if (names.length === 0 || names.length > MAXIMUM_FILES) return undefined;
  const renamed = second?.kind === "object" ? optionOf(second, "mapKey") : undefined;
  return linker.terms.object(
    names.map((name) => {
      const value = exportedValue(linker, folder === "" ? name : `${folder}/${name}`, "*");
      const base = linker.terms.literal(name.replace(/\.[^.]+$/, ""));
      const key = renamed?.kind === "function" ? enter(linker, activation, renamed, [value, base], call) : base;
      return key.kind === "literal" ? { key: String(key.value), value } : { value: linker.terms.unknown([value]) };
    }),
  );
}

const LOAD_FOLDERS: ReadonlySet<string> = new Set(["require-dir", "require-all", "auto-load"]);

function optionOf(options: Term & { readonly kind: "object" }, name: string): Term | undefined {
  return options.fields.find(({ key }) => key === name)?.value;
}

/** `require(path)` and `import(path)` of a path that is not written as one text. */
export function loadedModule(
  linker: Linker,
  activation: Activation,
  specifier: Term,
  at: Call["expression"],
): Term | undefined {
  const from = placeOf(activation, at).file;
  if (specifier.kind === "literal" && typeof specifier.value === "string") {
    const value = importedValue(linker, from, specifier.value, "*");
    return value.kind === "result" ? undefined : value;
  }
  const path =
    specifier.kind === "external" || specifier.kind === "text" ? folderOf(linker, specifier, from) : undefined;
  if (path === undefined) return undefined;
  const here = directoryOf(from);
  const up = here === "" ? "" : "../".repeat(here.split("/").length);
  const found = linker.modules.resolve(from, `./${up}${path}`);
  return found.kind === "file" ? exportedValue(linker, found.path, "*") : undefined;
}
