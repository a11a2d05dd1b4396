/** Parts of the names of files, where the file is known: `basename(__filename, ".js")`, `parse(file).name`. */
import type { Term } from "../../model/term.ts";
import type { Call } from "../evaluate/call.ts";
import type { Linker } from "../evaluate/linker.ts";
import { directoryOf } from "../files/paths.ts";
import { folderOf } from "./folders.ts";

/** A file of the workspace as an absolute path: its root is `/`. */
export function fileName(linker: Linker, file: string): Term {
  return linker.terms.literal(`/${file}`);
}

/** https://nodejs.org/api/path.html; undefined where the call is something else, or the path is not known. */
export function partOfPath(linker: Linker, target: Term & { readonly kind: "external" }, call: Call): Term | undefined {
  if (target.package !== "node:path") return undefined;
  const { literal, object } = linker.terms;
  const [path, other] = call.arguments.map((one) => pathOf(linker, one, call.place.file));
  if (path === undefined) return undefined;
  const base = path.slice(path.lastIndexOf("/") + 1);
  const extension = /.(\.[^.]*)$/.exec(base)?.[1] ?? "";
  switch (target.path.at(-1)) {
    case "basename":
      return literal(other !== undefined && base.endsWith(other) ? base.slice(0, -other.length) : base);
    case "extname":
      return literal(extension);
    case "dirname":
      return path.includes("/") ? literal(directoryOf(path)) : undefined;
    case "relative": {
      const [folder, below] = [path, other ?? ""].map((one) => one.replace(/^\.\//, "").replace(/\/$/, ""));
      return below?.startsWith(`${folder}/`) ? literal(below.slice(`${folder}/`.length)) : undefined;
    }
    case "parse":
      return object([
        { key: "base", value: literal(base) },
        { key: "ext", value: literal(extension) },
        { key: "name", value: literal(base.slice(0, base.length - extension.length)) },
        { key: "dir", value: literal(directoryOf(path)) },
      ]);
    default:
      return undefined;
  }
}

/** `path.sep`: paths of the workspace have forward slashes. */
export function partsPaths(linker: Linker, of: Term & { readonly kind: "external" }, name: string): Term | undefined {
  return of.package === "node:path" && name === "sep" ? linker.terms.literal("/") : undefined;
}

function pathOf(linker: Linker, term: Term, from: string): string | undefined {
  if (term.kind === "literal") return typeof term.value === "string" ? term.value : undefined;
  const found = term.kind === "unknown" ? undefined : folderOf(linker, term, from);
  return found === undefined ? undefined : `/${found}`;
}
