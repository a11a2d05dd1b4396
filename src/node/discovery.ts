/**
 * Lists the files of a workspace that Hardpath reads.
 *
 * One synchronous walk, a `readdir` per folder and nothing per file. It respects `.gitignore` files (those above the root
 * too), does not follow links to folders (so it cannot run in circles), and goes on where a folder cannot be read.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type FileKind, isManifest, isSkippedFolder, kindOfFile } from "./file-kinds.ts";
import { type IgnoreRules, readIgnoreRules } from "./ignore-rules.ts";

export interface DiscoveredFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly kind: FileKind;
  /** Version control ignores it. Only `.env` files are listed in spite of that: fixes and the map need them. */
  readonly ignored: boolean;
}

export interface DiscoverOptions {
  /** One line for each folder that cannot be read. */
  readonly log?: (message: string) => void;
  /** True for a folder, relative to the root, that the configuration leaves out. */
  readonly exclude?: (path: string) => boolean;
}

/** Every file below `root` that counts, folder by folder in alphabetical order. */
export function discover(root: string, options: DiscoverOptions = {}): DiscoveredFile[] {
  return [...discovering(root, options)].flat();
}

/** The same, a folder at a time: for hosts that must answer others in between. */
export function* discovering(root: string, options: DiscoverOptions = {}): Generator<readonly DiscoveredFile[]> {
  yield* visit("", rulesAbove(root));

  function* visit(folder: string, above: readonly LocatedRules[]): Generator<readonly DiscoveredFile[]> {
    const files: DiscoveredFile[] = [];
    const entries = readFolder(root, folder, options.log);
    if (!entries) return;
    const rules = entries.some((entry) => entry.name === ".gitignore") ? withRulesOf(root, folder, above) : above;
    const place = folder === "" || entries.some((entry) => isManifest(entry.name)) ? "besideManifest" : "elsewhere";
    const folders: string[] = [];
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const type = typeOf(root, path, entry);
      if (type === "folder") {
        if (isSkippedFolder(entry.name, place) || options.exclude?.(path)) continue;
        if (!isIgnored(rules, path, entry.name, "folder")) folders.push(path);
        continue;
      }
      if (type !== "file") continue;
      const kind = kindOfFile(entry.name);
      if (kind === undefined) continue;
      const ignored = isIgnored(rules, path, entry.name, "file");
      if (!ignored || kind === "environment") files.push({ path, kind, ignored });
    }
    yield files;
    for (const path of folders) yield* visit(path, rules);
  }
}

/**
 * Whether one path would be listed by {@link discover}: for files that appear while an editor is open. Undefined where
 * it would not, or does not exist.
 */
export function discoverFile(root: string, path: string, options: DiscoverOptions = {}): DiscoveredFile | undefined {
  const parts = path.split("/");
  let rules = rulesAbove(root);
  for (let depth = 0; depth < parts.length; depth++) {
    const folder = parts.slice(0, depth).join("/");
    const name = parts[depth]!;
    const child = parts.slice(0, depth + 1).join("/");
    if (existsSync(join(root, folder, ".gitignore"))) rules = withRulesOf(root, folder, rules);
    if (depth === parts.length - 1) {
      const kind = kindOfFile(name);
      if (kind === undefined || !statSync(join(root, path), { throwIfNoEntry: false })?.isFile()) return undefined;
      const ignored = isIgnored(rules, child, name, "file");
      return !ignored || kind === "environment" ? { path, kind, ignored } : undefined;
    }
    const entries = readFolder(root, folder, undefined);
    const beside = depth === 0 || entries?.some((entry) => isManifest(entry.name));
    if (isSkippedFolder(name, beside ? "besideManifest" : "elsewhere") || options.exclude?.(child)) return undefined;
    if (isIgnored(rules, child, name, "folder")) return undefined;
  }
  return undefined;
}

interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

interface LocatedRules {
  readonly rules: IgnoreRules;
  /** How a path relative to the root becomes one relative to the rules' folder: cut this many characters, put this before. */
  readonly cut: number;
  readonly prefix: string;
}

function readFolder(root: string, folder: string, log: DiscoverOptions["log"]): Entry[] | undefined {
  try {
    const entries = readdirSync(folder === "" ? root : `${root}/${folder}`, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    log?.(`Cannot read folder ${folder === "" ? root : folder}: ${(error as NodeJS.ErrnoException).code ?? error}`);
    return undefined;
  }
}

/**
 * Links to folders are not followed: their targets are listed where they are, or are none of ours. A link to a file
 * counts when its target stands outside the root (a shared `.env`), for inside it is listed already.
 */
function typeOf(root: string, path: string, entry: Entry): "file" | "folder" | undefined {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  const full = join(root, path);
  try {
    if (entry.isSymbolicLink()) {
      if (kindOfFile(entry.name) === undefined || !statSync(full).isFile()) return undefined;
      const outside = relative(realpathSync(root), realpathSync(full)).startsWith(`..${sep}`);
      return outside ? "file" : undefined;
    }
    const stats = lstatSync(full); // a file system that does not tell types with names
    return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : undefined;
  } catch {
    return undefined;
  }
}

function isIgnored(stack: readonly LocatedRules[], path: string, name: string, type: "file" | "folder"): boolean {
  for (let index = stack.length - 1; index >= 0; index--) {
    const { rules, cut, prefix } = stack[index]!;
    const decision = rules.decide(prefix === "" ? path.slice(cut) : prefix + path, name, type);
    if (decision !== undefined) return decision;
  }
  return false;
}

function withRulesOf(root: string, folder: string, above: readonly LocatedRules[]): readonly LocatedRules[] {
  const rules = readRules(join(root, folder, ".gitignore"));
  return rules ? [...above, { rules, cut: folder === "" ? 0 : folder.length + 1, prefix: "" }] : above;
}

function readRules(path: string): IgnoreRules | undefined {
  try {
    return readIgnoreRules(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Rules of the repository that holds the root. None where they ignore the root itself: someone asked for it by name. */
function rulesAbove(root: string): readonly LocatedRules[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) folders.unshift(folder);
    if (existsSync(join(folder, ".git"))) break;
    if (dirname(folder) === folder) return [];
  }
  const top = folders[0] ?? root;
  const stack: LocatedRules[] = [];
  const add = (file: string, base: string) => {
    const rules = readRules(file);
    const between = relative(base, root).split(sep).join("/");
    if (rules) stack.push({ rules, cut: 0, prefix: between === "" ? "" : `${between}/` });
  };
  add(join(top, ".git", "info", "exclude"), top);
  for (const folder of folders) add(join(folder, ".gitignore"), folder);
  return rootIsIgnored(stack) ? [] : stack;
}

function rootIsIgnored(stack: readonly LocatedRules[]): boolean {
  for (const { rules, prefix } of stack) {
    const parts = prefix.split("/").slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth++) {
      if (rules.decide(parts.slice(0, depth).join("/"), parts[depth - 1]!, "folder") === true) return true;
    }
  }
  return false;
}
