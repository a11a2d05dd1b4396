/**
 * What the extension costs VS Code's extension host before its worker starts: loading and activating its bundle, with a
 * stand-in for the module `vscode`.
 *
 *   node scripts/bench/extension-load.ts BUNDLE
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fromRoot } from "../lib/project.ts";

const [bundle = ""] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const Module: { _load: (request: string, ...rest: unknown[]) => unknown } = require("node:module");
const loadModule = Module._load;
// The worker is not the extension host's time: it must only look as if it had started.
const { Worker: _, ...threads } = require("node:worker_threads");
class IdleWorker {
  on(): this {
    return this;
  }
  once(): this {
    return this;
  }
  off(): this {
    return this;
  }
  postMessage(): void {}
  unref(): void {}
  async terminate(): Promise<number> {
    return 0;
  }
}
const editor = vscode();
Module._load = function load(this: unknown, request, ...rest) {
  if (request === "vscode") return editor;
  if (request === "node:worker_threads" || request === "worker_threads") return { ...threads, Worker: IdleWorker };
  return loadModule.call(this, request, ...rest);
};

const start = performance.now();
const extension: { activate: (context: unknown) => unknown } = require(bundle);
const loaded = performance.now();
const folder = dirname(bundle);
const uri = { fsPath: folder, path: folder, scheme: "file", with: () => uri };
const memento = { get: (_key: string, otherwise: unknown) => otherwise, update: async () => {}, keys: () => [] };
await extension.activate({
  subscriptions: [],
  extensionPath: folder,
  extensionUri: uri,
  globalState: { ...memento, setKeysForSync: () => {} },
  workspaceState: memento,
  asAbsolutePath: (path: string) => `${folder}/${path}`,
  extension: { packageJSON: {}, id: "hardpath.hardpath" },
  extensionMode: 1,
  storageUri: uri,
  globalStorageUri: uri,
  logUri: uri,
  secrets: memento,
  environmentVariableCollection: {},
});
console.log(JSON.stringify({ load: loaded - start, activate: performance.now() - loaded }));
process.exit(0);

/** The names of the interface must be there one by one: a bundle copies them. */
function vscode(): unknown {
  const types = readFileSync(fromRoot("node_modules/@types/vscode/index.d.ts"), "utf8");
  const names = [...types.matchAll(/^\texport (?:abstract )?(?:namespace|class|enum|const|function|let) (\w+)/gm)];
  return Object.fromEntries(names.map(([, name = ""]) => [name, standIn()]));
}

/** Every member is there, can be called, constructed and asked further. */
function standIn(): unknown {
  const known: Record<string, unknown> = { workspaceFolders: [], textDocuments: [], visibleTextEditors: [] };
  const target = function anything() {};
  const proxy: unknown = new Proxy(target, {
    get: (_target, key) => {
      if (key === "then" || key === Symbol.iterator) return undefined;
      if (key === Symbol.toPrimitive) return () => "stand-in";
      if (typeof key === "string" && key in known) return known[key];
      return key === "prototype" ? target.prototype : proxy;
    },
    apply: () => proxy,
    construct: () => proxy as object,
    set: () => true,
  });
  return proxy;
}
