/**
 * Packages that load all modules of a folder at once, by the names of their files: `requireDir("./models", { mapKey })`.
 * https://github.com/aseemk/requireDir · https://github.com/felixge/node-require-all
 */
import type { Term } from "../../model/term.ts";
import { type Call, enter } from "../evaluate/call.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { MAXIMUM_UNROLLED } from "../evaluate/unrolled.ts";
import { exportedValue } from "../evaluate/values.ts";
import { isCode } from "../files/sources.ts";
import { fieldOf } from "../terms/field-of.ts";
import { folderOf } from "../values/folders.ts";
import { namesIn } from "../values/listed-files.ts";

const LOAD_FOLDERS: ReadonlySet<string> = new Set(["require-dir", "require-all", "auto-load"]);

export function loadedFolder(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "external" },
  call: Call,
): Term | undefined {
  if (!LOAD_FOLDERS.has(target.package)) return undefined;
  const [first, options] = call.arguments;
  const where = first?.kind === "object" ? fieldOf(first, "dirname") : first;
  const folder = where && folderOf(linker, where, call.place.file);
  if (folder === undefined) return undefined;
  const names = namesIn(linker, folder).filter((name) => isCode(name) && name !== call.place.file.split("/").at(-1));
  if (names.length === 0 || names.length > MAXIMUM_UNROLLED) return undefined;
  const renamed = fieldOf(options, "mapKey");
  return linker.terms.object(
    names.map((name) => {
      const value = exportedValue(linker, folder === "" ? name : `${folder}/${name}`, "*");
      const base = linker.terms.literal(name.replace(/\.[^.]+$/, ""));
      const key = renamed?.kind === "function" ? enter(linker, activation, renamed, [value, base], call) : base;
      return key.kind === "literal" ? { key: String(key.value), value } : { value: linker.terms.unknown([value]) };
    }),
  );
}
