/** What code asks of a path before it loads what lies there: `entry.isDirectory()`, `statSync(path).isFile()`, `existsSync(path)`. */
import type { Term, TermField } from "../../model/term.ts";
import { type Call, enter } from "../evaluate/call.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { directoryOf, joinPath } from "../files/paths.ts";
import { isCode } from "../files/sources.ts";
import { folderOf, isWrittenPath } from "./folders.ts";
import { namesIn } from "./listed-files.ts";

export type KindOfFile = "file" | "folder";

/** An entry of a folder, with its methods: https://nodejs.org/api/fs.html#class-fsdirent */
export function entryTerm(linker: Linker, path: string, kind: KindOfFile): Term {
  const folder = linker.terms.literal(`/${directoryOf(path)}`);
  return linker.terms.object([
    { key: "name", value: linker.terms.literal(path.slice(path.lastIndexOf("/") + 1)) },
    { key: "parentPath", value: folder },
    { key: "path", value: folder },
    ...kindFields(linker, kind),
  ]);
}

/** https://nodejs.org/api/fs.html; undefined where something else is asked, or there is no code at that path. */
export function askedOfFile(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "external" },
  call: Call,
): Term | undefined {
  const asks = FILES.test(target.package) ? ASKS.exec(target.path.at(-1) ?? "")?.[0] : undefined;
  const [path] = call.arguments;
  const found = asks && path && path.kind !== "unknown" ? askedPath(linker, path, call.place.file) : undefined;
  const kind = found === undefined ? undefined : kindAt(linker, found);
  if (asks === undefined || kind === undefined) return undefined;
  const { object, literal, unknown } = linker.terms;
  if (asks.startsWith("exists") || asks === "pathExists") return literal(true);
  const stats = object([{ value: unknown(call.arguments) }, ...kindFields(linker, kind)]);
  const callback = call.arguments.at(-1);
  if (callback?.kind === "function") enter(linker, activation, callback, [linker.terms.undefined, stats], call);
  return stats;
}

const FILES = /^(?:node:fs(?:\/promises)?|fs-extra|graceful-fs)$/;
const ASKS = /^(?:l?stat|exists)(?:Sync)?$|^pathExists$/;

/**
 * The path that a call of Node's `fs` is given. A relative one is seen from the folder that the service is started in; where
 * there is no code, from the file's own folder: it is started there, then.
 */
export function askedPath(linker: Linker, path: Term, from: string): string | undefined {
  const text = isWrittenPath(path) ? relativeText(path) : undefined;
  const fromRoot = text === undefined ? undefined : joinPath(linker.modules.appOf(from), text);
  return fromRoot !== undefined && kindAt(linker, fromRoot) ? fromRoot : folderOf(linker, path, from);
}

/** `"./routes"`, `path.join("src", "routes")`; undefined where the path begins elsewhere. */
function relativeText(path: Term): string | undefined {
  if (path.kind === "literal") return String(path.value).startsWith("/") ? undefined : String(path.value);
  if (path.kind !== "external" || path.path.at(-1) !== "join()") return undefined;
  const parts = (path.arguments ?? []).map((part) => (part.kind === "literal" ? relativeText(part) : undefined));
  return parts.includes(undefined) ? undefined : parts.join("/");
}

/** What lies there, as far as code goes. */
export function kindAt(linker: Linker, path: string): KindOfFile | undefined {
  if (isCode(path) && linker.sources.has(path)) return "file";
  return namesIn(linker, path).length > 0 ? "folder" : undefined;
}

/** The first of these that is the path of a folder with code in it, put together from parts: `path.join(folder, name)`. */
export function folderAmong(linker: Linker, given: readonly Term[], from: string): string | undefined {
  for (const term of given) {
    const isPath = term.kind === "literal" ? String(term.value).includes("/") : IS_PATH.has(term.kind);
    const path = isPath ? folderOf(linker, term, from) : undefined;
    if (path !== undefined && path !== "" && kindAt(linker, path) === "folder") return path;
  }
  return undefined;
}

/** Files or folders of the service, each by its path. */
export function areFiles(linker: Linker, paths: readonly Term[], from: string): boolean {
  return paths.every((one) => {
    const path = isWrittenPath(one) ? askedPath(linker, one, from) : undefined;
    return path !== undefined && kindAt(linker, path) !== undefined;
  });
}

const IS_PATH: ReadonlySet<Term["kind"]> = new Set(["external", "text"]);

/** Gives what is asked where a method of an entry is called: `entry.isDirectory()`. */
export function saidOfFile(linker: Linker, { path }: Term & { readonly kind: "global" }): Term | undefined {
  return path[0] === SAYS ? linker.terms.literal(path[1] === "true") : undefined;
}

const SAYS = "(says)";

function kindFields(linker: Linker, kind: KindOfFile): readonly TermField[] {
  const says = (key: string, is: boolean): TermField => ({ key, value: linker.terms.global([SAYS, String(is)]) });
  return [says("isFile", kind === "file"), says("isDirectory", kind === "folder"), says("isSymbolicLink", false)];
}
