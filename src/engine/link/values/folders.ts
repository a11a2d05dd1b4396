/** Folders that path expressions stand for: `join(__dirname, "routes")`, `new URL("./routes", import.meta.url)`. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { directoryOf, joinPath } from "../files/paths.ts";

/** Relative to the root; undefined where it cannot be read. `from` is the file the expression stands in. */
export function folderOf(linker: Linker, term: Term, from: string): string | undefined {
  for (const option of alternatives(term)) {
    const found = readFolder(linker, option, from);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readFolder(linker: Linker, term: Term, from: string): string | undefined {
  const here = directoryOf(from);
  switch (term.kind) {
    case "literal":
      // An absolute path begins at the root of the workspace.
      return typeof term.value === "string" ? joinPath(term.value.startsWith("/") ? "" : here, term.value) : undefined;
    case "global":
      if (term.path[0] === OWN_FOLDER) return term.path.length === 2 ? directoryOf(term.path[1] ?? from) : undefined;
      // `import.meta.url` and its like are the file itself.
      if (/^(?:url|filename)$/.test(term.path.at(-1) ?? "")) return from;
      return term.path.at(-1) === "dirname" ? here : undefined;
    case "text": {
      const [first, ...rest] = term.parts;
      const base = first && readFolder(linker, first, from);
      return base === undefined ? undefined : follow(base, rest);
    }
    case "external": {
      const name = (term.path.at(-1) ?? "").replace(/\(\)$/, "").replace(/^new /, "");
      const args = term.arguments ?? [];
      const place = term.site?.file ?? from;
      // `require.resolve("./workflows")`
      if (term.package === "global:require" && name === "resolve" && args[0]) return readFolder(linker, args[0], place);
      if (name === "join" || name === "resolve" || name === "normalize") {
        const [first, ...rest] = args;
        // `resolve("src/orders")` is below the folder that the service is started in.
        const base =
          name === "resolve" && first?.kind === "literal"
            ? follow(linker.modules.appOf(place), [first])
            : first && folderOf(linker, first, place);
        return base === undefined ? undefined : follow(base, rest);
      }
      if (name === "fileURLToPath" && args[0]) return folderOf(linker, args[0], place);
      // `new URL("./routes", import.meta.url)`
      if (name === "URL" && args[0] && args.length === 2) return follow(directoryOf(place), [args[0]]);
      // The folder that the service is started in.
      if (name === "cwd" && term.package === "global:process") return linker.modules.appOf(place);
      if (name === "dirname") return directoryOf(place);
      // Seen from the folder that the service is started in.
      if (name === "pathToFileURL" && args[0])
        return args[0].kind === "literal" && !String(args[0].value).startsWith("/")
          ? follow(linker.modules.appOf(place), [args[0]])
          : folderOf(linker, args[0], place);
      // `new URL("./routes", import.meta.url).href`
      if (/^(?:href|pathname|toString)$/.test(name) && term.base) return readFolder(linker, term.base, place);
      // `join(__dirname, "routes").replace(/\\/g, "/")`
      if (name === "replace" && term.base) return readFolder(linker, term.base, place);
      return undefined;
    }
    case "unknown":
      // `import.meta.dirname` and friends are the file's own folder.
      return term.parts.length === 0 ? here : undefined;
    default:
      return undefined;
  }
}

/** `__dirname` of a file of the workspace, wherever it is handed on. */
const OWN_FOLDER = "__dirname";

export function ownFolder(linker: Linker, file: string): Term {
  return linker.terms.global([OWN_FOLDER, file]);
}

/** `__dirname.split(process.cwd())` and `__dirname.replace(process.cwd(), "")`: the folder, as the workspace's root sees it. */
export function callOwnFolder(linker: Linker, object: Term, name: string, args: readonly Term[]): Term | undefined {
  if (object.kind !== "global" || object.path[0] !== OWN_FOLDER || object.path.length !== 2) return undefined;
  const [from, to] = args;
  const isRoot = from?.kind === "unknown" || (from?.kind === "external" && from.path.at(-1) === "cwd()");
  if (!isRoot) return undefined;
  const { literal, array } = linker.terms;
  const folder = `/${directoryOf(object.path[1] ?? "")}`;
  if (name === "split") return array([literal(""), literal(folder)]);
  return name === "replace" && to?.kind === "literal" ? literal(`${String(to.value)}${folder}`) : undefined;
}

/** A text, or a path put together from texts and the file's own folder. */
export function isWrittenPath(term: Term): boolean {
  if (term.kind === "literal") return typeof term.value === "string";
  if (term.kind === "text") return term.parts.every(isWrittenPath);
  if (term.kind === "external" && /^(?:join|resolve)\(\)$/.test(term.path.at(-1) ?? ""))
    return term.package === "node:path" && (term.arguments ?? []).every(isWrittenPath);
  return term.kind === "external" ? isRoot(term) : term.kind === "global" && term.path[0] === OWN_FOLDER;
}

/** `process.cwd()`: the folder that the service is started in. */
function isRoot(term: Term): boolean {
  return term.kind === "external" && term.package === "global:process" && term.path.at(-1) === "cwd()";
}

function follow(base: string, parts: readonly Term[]): string | undefined {
  let folder = base;
  for (const part of parts) {
    if (part.kind !== "literal" || typeof part.value !== "string") return undefined;
    const next = joinPath(folder, part.value);
    if (next === undefined) return undefined;
    folder = next;
  }
  return folder;
}
