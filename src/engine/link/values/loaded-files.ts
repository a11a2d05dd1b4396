/**
 * Modules that are loaded by the names of their files: `readdirSync(folder).forEach((file) => require(join(folder, file)))`.
 */
import type { Term } from "../../model/term.ts";
import type { Call } from "../evaluate/call.ts";
import { type Activation, type Linker, placeOf } from "../evaluate/linker.ts";
import { exportedValue, importedValue } from "../evaluate/values.ts";
import { directoryOf } from "../files/paths.ts";
import { folderOf } from "./folders.ts";

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
