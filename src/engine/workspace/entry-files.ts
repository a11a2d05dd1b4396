/**
 * The files whose top level is run to find entry points: those that use a framework, and those that import such files,
 * directly or through others, because they may put the parts together (`mountRoutes(app)` in `server.ts`).
 */

import { type ModuleSpecifier, moduleSpecifiers } from "../facts/imports.ts";
import { isCompiled } from "../link/files/compiled.ts";
import type { Modules } from "../link/files/modules.ts";
import { isCode } from "../link/files/sources.ts";
import { isTest } from "../link/files/test-files.ts";
import type { FileTable } from "./file-table.ts";
import { inImportOrder } from "./import-order.ts";

export interface EntryFiles {
  /** In the order in which they run. Computed anew only where a change could matter. */
  list(modules: Modules): readonly string[];
  /** Reads a file that `list` will want. */
  prepare(path: string): void;
  changed(path: string): void;
  clear(): void;
}

interface Imports {
  readonly specifiers: readonly string[];
  readonly interesting: boolean;
  /** It hands an application or router on. */
  readonly composes: boolean;
  /** A compiler wrote it. */
  readonly compiled: boolean;
}

const APPLICATION = "app|server|fastify|application";
const ADDS_ROUTE = "get|post|put|patch|delete|all|use|route";

/** What files that put a service together look like. */
const PUTS_TOGETHER = new RegExp(
  [
    // `mountRoutes(app)`, `start(server)`
    String.raw`[(,]\s*(?:${APPLICATION}|router|api)\b`,
    // `orders.post("/", …)`, `orders.route({ … })` on whatever another file made
    String.raw`\w\s*\.\s*(?:(?:${ADDS_ROUTE})\(\s*["'\x60]\/|openapi\(|route\(\s*[{[])`,
    // `router.get(path, list)`, `createApp().register(orders)`
    String.raw`\b(?:${APPLICATION}|routes|\w*[rR]outer|\w+(?:App|Router|Server)\([^()\n]*\))\s*\.\s*(?:${ADDS_ROUTE}|openapi|register|mount)\(`,
  ].join("|"),
);

/** Routes at the top of a file, of a router that may be the service's own: `router.get("orders", …)`. */
const ROUTES_AT_TOP = /^(?:\w*[rR]outer|routes|api)\s*\.\s*(?:get|post|put|patch|del|delete)\(\s*["'`]/m;

const NO_IMPORTS: Imports = { specifiers: [], interesting: false, composes: false, compiled: false };

/** How files are judged by their text and by their path. */
export interface Interest {
  readonly text: (text: string, specifiers: readonly ModuleSpecifier[]) => boolean;
  readonly path: (path: string) => boolean;
  /** Texts of files that register by helpers made elsewhere, such as `protectedProcedure`. */
  readonly composes: readonly RegExp[];
}

export function createEntryFiles(files: FileTable, interest: Interest): EntryFiles {
  const imports = new Map<string, Imports>();
  /** Changed since the list was made: looked at when it is asked for. */
  const pending = new Set<string>();
  let known: readonly string[] | undefined;

  const importsOf = files.noting({
    name: "imports",
    applies: isCode,
    make: (text): Imports => {
      const specifiers = moduleSpecifiers(text);
      return {
        specifiers: specifiers.flatMap(({ module, typeOnly }) => (typeOnly || !isLocal(module) ? [] : [module])),
        interesting: interest.text(text, specifiers) || ROUTES_AT_TOP.test(text),
        composes: PUTS_TOGETHER.test(text) || interest.composes.some((pattern) => pattern.test(text)),
        compiled: isCompiled(text),
      };
    },
  });

  const read = (path: string): Imports => {
    const found = imports.get(path);
    if (found) return found;
    const noted = importsOf(path) ?? NO_IMPORTS;
    const made = interest.path(path) && !noted.interesting ? { ...noted, interesting: true } : noted;
    imports.set(path, made);
    return made;
  };

  /** True where the change may have added or removed an entry file. */
  const matters = (path: string): boolean => {
    const before = imports.get(path);
    imports.delete(path);
    const after = files.has(path) ? read(path) : undefined;
    return (
      before?.interesting !== after?.interesting ||
      before?.composes !== after?.composes ||
      before?.specifiers.join("|") !== after?.specifiers.join("|")
    );
  };

  const compute = (modules: Modules): readonly string[] => {
    const importers = new Map<string, string[]>();
    const targets = new Map<string, string[]>();
    const open: string[] = [];
    for (const path of files.paths()) {
      if (!isCode(path)) continue;
      const { specifiers, interesting, compiled } = read(path);
      if (compiled && isWrittenTwice(files, path)) continue;
      if (interesting) open.push(path);
      for (const specifier of specifiers) {
        const target = modules.resolve(path, specifier);
        if (target.kind !== "file") continue;
        add(importers, target.path, path);
        if (!isTest(path)) add(targets, path, target.path);
      }
    }
    const reached = new Set(open);
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      for (const importer of importers.get(path) ?? []) {
        if (reached.has(importer) || isTest(importer) || !read(importer).composes) continue;
        reached.add(importer);
        open.push(importer);
      }
    }
    const inOrder = inImportOrder([...files.paths()].filter(isCode).sort(), (path) => targets.get(path) ?? []);
    return inOrder.filter((path) => reached.has(path) && !isTest(path));
  };

  return {
    list(modules) {
      const changes = [...pending].filter(isCode).filter(matters);
      pending.clear();
      if (changes.length > 0) known = undefined;
      known ??= compute(modules);
      return known;
    },
    prepare: (path) => {
      read(path);
    },
    changed: (path) => {
      pending.add(path);
    },
    clear() {
      known = undefined;
    },
  };
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** `app.js` that stands beside the `app.ts` it was made from, `release/src/app.js`, `lib/app.js` of `src/app.ts`: the same code again. */
function isWrittenTwice(files: FileTable, path: string): boolean {
  const [, stem, extension] = /^(.*)\.([cm]?js|jsx)$/.exec(path) ?? [];
  if (stem === undefined || extension === undefined) return false;
  const sources = extension === "js" || extension === "jsx" ? ["ts", "tsx"] : [extension.replace("js", "ts")];
  const folders = stem.split("/");
  const sourceStems = folders.slice(0, -1).flatMap((_, index) => {
    const [above, below] = [folders.slice(0, index), folders.slice(index + 1)];
    return [[...above, ...below].join("/"), [...above, "src", ...below].join("/")];
  });
  return [stem, ...sourceStems].some((one) => sources.some((source) => files.has(`${one}.${source}`)));
}

/** Only packages that may be of the workspace, aliases and relative paths lead to files. */
function isLocal(specifier: string): boolean {
  return !specifier.startsWith("node:");
}
