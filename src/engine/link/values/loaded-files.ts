/**
 * Modules that are loaded by the names of their files: `readdirSync(folder).forEach((file) => require(join(folder, file)))`.
 */
import type { Term } from "../../model/term.ts";
import type { Call } from "../evaluate/call.ts";
import { type Activation, type Linker, placeOf } from "../evaluate/linker.ts";
import { MAXIMUM_UNROLLED } from "../evaluate/unrolled.ts";
import { exportedValue, importedValue } from "../evaluate/values.ts";
import { directoryOf } from "../files/paths.ts";
import { isCode } from "../files/sources.ts";
import { isTest } from "../files/test-files.ts";
import { folderOf } from "./folders.ts";

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
  if (names.length === 0 || names.length > MAXIMUM_UNROLLED) return undefined;
  const { literal, array, object } = linker.terms;
  const detailed = options?.kind === "object" && options.fields.some((field) => field.key === "withFileTypes");
  return array(names.map((one) => (detailed ? object([{ key: "name", value: literal(one) }]) : literal(one))));
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
