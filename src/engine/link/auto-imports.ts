/**
 * Names that Nuxt and Nitro put in reach of server code without an import.
 *
 * What files below `server/utils`, `shared/utils` and `shared/types` export, of the application and of its layers, and of
 * the folders that the settings name; the functions of h3, Nitro and of modules that the settings list.
 * https://nuxt.com/docs/guide/concepts/auto-imports · https://nitro.build/guide/utils ·
 * https://nuxt.com/docs/getting-started/layers · https://nuxt.com/docs/guide/directory-structure/shared
 */
import type { Term } from "../model/term.ts";
import type { Linker } from "./linker.ts";
import { memberOf } from "./members.ts";
import type { Modules } from "./modules.ts";
import { hubName, runtimeSettings } from "./nuxt-settings.ts";
import { directoryOf, joinPath } from "./paths.ts";
import { isCode } from "./sources.ts";
import { exportedValue, exportNames } from "./values.ts";

interface Application {
  readonly folder: string;
  readonly config: string;
  readonly isNuxt: boolean;
}

const CONFIG = /^(?:.*\/)?(nuxt|nitro)\.config\.[cm]?[jt]s$/;
/** Code that runs on the server; what a browser runs has other names in reach. */
const SERVER = /(?:^|\/)(?:server|shared)\//;
const MAXIMUM_FILES = 400;
/** Applications of a workspace, largest folder first; made once for a set of files. */
const applications = new WeakMap<Modules, readonly Application[]>();

/** https://h3.dev/utils · https://nitro.build/guide/cache · https://nitro.build/guide/storage */
const OF_PACKAGES: readonly (readonly [string, RegExp])[] = [
  [
    "h3",
    /^(?:(?:define(?:Lazy)?|dynamic|lazy)?[eE]ventHandler|define(?:RequestMiddleware|ResponseMiddleware|WebSocketHandler)|createError|(?:read|getValidated|get|parse|set|delete|send|use|handle|assert|is|require)(?:Raw|Validated|Multipart|Form|Request|Response|Router|Session|Body|Cookie|Query|Header|Status|Redirect|Error|Method|Params?|URL|IP|Host|Path|Protocol|Stream|Proxy|No|Cors|Base)\w*|proxyRequest|fetchWithEvent|getHeaders?|getCookie|getQuery|setHeaders?|appendHeaders?|readBody|useSession|getSession|updateSession|sealSession|clearSession)$/,
  ],
  [
    "nitropack/runtime",
    /^(?:useStorage|useDatabase|defineTask|runTask|useNitroApp|defineNitroPlugin|(?:defineC|c)ached(?:Function|EventHandler))$/,
  ],
];
/** Modules of Nuxt that add names. https://github.com/atinux/nuxt-auth-utils#server-utils */
const OF_MODULES: readonly (readonly [string, RegExp])[] = [
  [
    "nuxt-auth-utils",
    /^(?:(?:get|set|replace|require|clear)UserSession|(?:hash|verify)Password|passwordNeedsRehash|sessionHooks|defineOAuth\w+EventHandler|defineWebAuthn\w+EventHandler)$/,
  ],
];

/** What a name that the file does not declare stands for; undefined where it is a global like any other. */
export function autoImported(linker: Linker, file: string, name: string): Term | undefined {
  const all = applicationsOf(linker);
  if (all.length === 0) return undefined;
  const around = all.filter(({ folder }) => folder === "" || file.startsWith(`${folder}/`));
  const [nearest] = around;
  if (!nearest || (nearest.isNuxt && !SERVER.test(file))) return undefined;
  for (const application of around) {
    for (const layer of layersOf(linker, application)) {
      const source = namesOf(linker, layer).get(name);
      if (source !== undefined && source !== file) return exportedValue(linker, source, name);
    }
  }
  for (const { folder, config, isNuxt } of around) {
    if (!isNuxt) continue;
    if (name === "useRuntimeConfig") return linker.terms.external("nuxt", [name], undefined, undefined, undefined);
    const listed = linker.sources.text(config) ?? "";
    linker.memo.touch(config);
    const hub = listed.includes("@nuxthub/core") ? hubName(linker, folder, listed, name) : undefined;
    if (hub) return hub;
    const module = OF_MODULES.find(([title, names]) => listed.includes(title) && names.test(name));
    if (module) return ofPackage(linker, module[0], name);
  }
  const owner = OF_PACKAGES.find(([, names]) => names.test(name));
  return owner && ofPackage(linker, owner[0], name);
}

function ofPackage(linker: Linker, packageName: string, name: string): Term {
  return memberOf(linker, linker.terms.external(packageName, [], undefined, undefined, undefined), name);
}

/** `import { db, schema } from "hub:db"`: what NuxtHub also puts in reach. https://hub.nuxt.com/docs/database/query */
export function importedFromHub(linker: Linker, file: string, module: string, name: string): Term | undefined {
  const part = /^(?:hub:|@nuxthub\/)(db|kv)(?:[:/](schema))?$/.exec(module);
  if (!part) return undefined;
  for (const { folder, config } of applicationsOf(linker)) {
    if (folder !== "" && !file.startsWith(`${folder}/`)) continue;
    linker.memo.touch(config);
    const found = hubName(linker, folder, linker.sources.text(config) ?? "", part[2] ?? name);
    if (found) return part[2] && name !== "*" ? memberOf(linker, found, name) : found;
  }
  return undefined;
}

/** What `useRuntimeConfig()` gives in this file: the settings of its application, by the variables that fill them. */
export function runtimeConfig(
  linker: Linker,
  target: Term & { readonly kind: "external" },
  file: string,
): Term | undefined {
  if (target.path.length !== 1 || target.path[0] !== "useRuntimeConfig") return undefined;
  const around = applicationsOf(linker).filter(({ folder }) => folder === "" || file.startsWith(`${folder}/`));
  for (const { config } of around) {
    const found = linker.memo.get(
      `runtime config ${config}`,
      () => runtimeSettings(linker, config),
      () => undefined,
    );
    if (found) return found;
  }
  return undefined;
}

function applicationsOf(linker: Linker): readonly Application[] {
  const known = applications.get(linker.modules);
  if (known) return known;
  const found: Application[] = [];
  for (const path of linker.sources.paths()) {
    const kind = CONFIG.exec(path)?.[1];
    if (kind) found.push({ folder: directoryOf(path), config: path, isNuxt: kind === "nuxt" });
  }
  found.sort((a, b) => b.folder.length - a.folder.length);
  applications.set(linker.modules, found);
  return found;
}

/** The application's folder, and those of the layers that it extends or that stand in `layers/`. */
function layersOf(linker: Linker, application: Application): readonly Application[] {
  const all = applicationsOf(linker);
  const reached: Application[] = [application];
  for (const one of reached) {
    const prefix = one.folder === "" ? "layers/" : `${one.folder}/layers/`;
    const named = extendedBy(linker, one);
    for (const other of all) {
      if (reached.includes(other)) continue;
      if (named.includes(other.folder) || directoryOf(other.folder) === prefix.slice(0, -1)) reached.push(other);
    }
  }
  return reached;
}

/** `extends: ["../base"]`. */
function extendedBy(linker: Linker, { config, folder }: Application): readonly string[] {
  linker.memo.touch(config);
  const text = linker.sources.text(config) ?? "";
  const written = /\bextends\s*:\s*(\[[^\]]*\]|["'][^"']+["'])/.exec(text)?.[1] ?? "";
  return [...written.matchAll(/["'](\.[^"']+)["']/g)].flatMap(([, path]) => joinPath(folder, path ?? "") ?? []);
}

/** Names by the file that exports them. */
function namesOf(linker: Linker, application: Application): ReadonlyMap<string, string> {
  const make = (): ReadonlyMap<string, string> => {
    const names = new Map<string, string>();
    const folders = foldersOf(linker, application);
    let read = 0;
    for (const path of linker.sources.paths()) {
      if (!isCode(path) || read >= MAXIMUM_FILES) continue;
      if (!folders.some((folder) => path.startsWith(folder))) continue;
      read++;
      for (const name of exportNames(linker, path)) if (name !== "default" && !names.has(name)) names.set(name, path);
    }
    return names;
  };
  return linker.memo.get(`auto imports ${application.config}`, make, () => new Map());
}

/** Folders whose exports are in reach, with a slash at the end. */
function foldersOf(linker: Linker, { folder, config, isNuxt }: Application): readonly string[] {
  const text = linker.sources.text(config) ?? "";
  linker.memo.touch(config);
  const standard = isNuxt ? ["server/utils", "shared/utils", "shared/types"] : ["utils", "server/utils"];
  const dirs = /\bimports\s*:\s*\{[^{}]*?\bdirs\s*:\s*\[([^\]]*)\]/g;
  const named = [...text.matchAll(dirs)].flatMap(([, list]) =>
    [...(list ?? "").matchAll(/["']([^"']+)["']/g)].map(([, path]) => path ?? ""),
  );
  return [...standard, ...named].flatMap((path) => {
    const plain = path.replace(/^(?:~~|@@|~|@|<rootDir>)\//, "./").replace(/\/\*.*$/, "");
    const found = joinPath(folder, plain);
    return found ? [`${found}/`] : [];
  });
}
