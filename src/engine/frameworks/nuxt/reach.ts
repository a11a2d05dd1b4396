/**
 * Names that Nuxt and Nitro put in reach of server code without an import.
 *
 * What files below `server/utils`, `shared/utils` and `shared/types` export, of the application and of its layers, and of
 * the folders that the settings name; the functions of h3, Nitro and of modules that the settings list.
 * https://nuxt.com/docs/guide/concepts/auto-imports · https://nitro.build/guide/utils ·
 * https://nuxt.com/docs/getting-started/layers · https://nuxt.com/docs/guide/directory-structure/shared
 */
import { directoryOf, joinPath } from "../../link/files/paths.ts";
import type { Term } from "../../model/term.ts";
import type { Reach, ReachView } from "../reach.ts";
import { hubName, runtimeSettings } from "./settings.ts";

interface Application {
  readonly folder: string;
  readonly config: string;
  readonly isNuxt: boolean;
}

const CONFIG = /^(?:.*\/)?(nuxt|nitro)\.config\.[cm]?[jt]s$/;
/** Code that runs on the server; what a browser runs has other names in reach. */
const SERVER = /(?:^|\/)(?:server|shared)\//;
const MAXIMUM_FILES = 400;
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

export const nuxtReach: Reach = { name: autoImported, imported: importedFromHub, given: runtimeConfig };

/** What a name that the file does not declare stands for; undefined where it is a global like any other. */
function autoImported(view: ReachView, name: string): Term | undefined {
  const { file } = view;
  const around = applicationsAround(view);
  const [nearest] = around;
  if (!nearest || (nearest.isNuxt && !SERVER.test(file))) return undefined;
  for (const application of around) {
    for (const layer of layersOf(view, application)) {
      const source = namesOf(view, layer).get(name);
      if (source !== undefined && source !== file) return view.exported(source, name);
    }
  }
  for (const { folder, config, isNuxt } of around) {
    if (!isNuxt) continue;
    if (name === "useRuntimeConfig") return view.external("nuxt", [name]);
    const listed = view.read(config) ?? "";
    const hub = listed.includes("@nuxthub/core") ? hubName(view, folder, listed, name) : undefined;
    if (hub) return hub;
    const module = OF_MODULES.find(([title, names]) => listed.includes(title) && names.test(name));
    if (module) return ofPackage(view, module[0], name);
  }
  const owner = OF_PACKAGES.find(([, names]) => names.test(name));
  return owner && ofPackage(view, owner[0], name);
}

function ofPackage(view: ReachView, packageName: string, name: string): Term {
  return view.member(view.external(packageName, []), name);
}

/** `import { db, schema } from "hub:db"`: what NuxtHub also puts in reach. https://hub.nuxt.com/docs/database/query */
function importedFromHub(view: ReachView, module: string, name: string): Term | undefined {
  const part = /^(?:hub:|@nuxthub\/)(db|kv)(?:[:/](schema))?$/.exec(module);
  if (!part) return undefined;
  for (const { folder, config } of applicationsAround(view)) {
    const found = hubName(view, folder, view.read(config) ?? "", part[2] ?? name);
    if (found) return part[2] && name !== "*" ? view.member(found, name) : found;
  }
  return undefined;
}

/** What `useRuntimeConfig()` gives in this file: the settings of its application, by the variables that fill them. */
function runtimeConfig(view: ReachView, path: readonly string[]): Term | undefined {
  if (path.length !== 1 || path[0] !== "useRuntimeConfig") return undefined;
  for (const { config } of applicationsAround(view)) {
    const found = view.remember(`runtime config ${config}`, () => runtimeSettings(view, config), undefined);
    if (found) return found;
  }
  return undefined;
}

/** Those whose folder the file stands in, the innermost first. */
function applicationsAround(view: ReachView): readonly Application[] {
  return applicationsOf(view).filter(({ folder }) => folder === "" || view.file.startsWith(`${folder}/`));
}

/** Applications of the workspace, the largest path first. */
function applicationsOf(view: ReachView): readonly Application[] {
  return view.rememberForFiles(CONFIG, () => {
    const found: Application[] = [];
    for (const path of view.paths()) {
      const kind = CONFIG.exec(path)?.[1];
      if (kind) found.push({ folder: directoryOf(path), config: path, isNuxt: kind === "nuxt" });
    }
    return found.sort((a, b) => b.folder.length - a.folder.length);
  });
}

/** The application's folder, and those of the layers that it extends or that stand in `layers/`. */
function layersOf(view: ReachView, application: Application): readonly Application[] {
  const all = applicationsOf(view);
  const reached: Application[] = [application];
  for (const one of reached) {
    const prefix = one.folder === "" ? "layers/" : `${one.folder}/layers/`;
    const named = extendedBy(view, one);
    for (const other of all) {
      if (reached.includes(other)) continue;
      if (named.includes(other.folder) || directoryOf(other.folder) === prefix.slice(0, -1)) reached.push(other);
    }
  }
  return reached;
}

/** `extends: ["../base"]`. */
function extendedBy(view: ReachView, { config, folder }: Application): readonly string[] {
  const text = view.read(config) ?? "";
  const written = /\bextends\s*:\s*(\[[^\]]*\]|["'][^"']+["'])/.exec(text)?.[1] ?? "";
  return [...written.matchAll(/["'](\.[^"']+)["']/g)].flatMap(([, path]) => joinPath(folder, path ?? "") ?? []);
}

/** Names by the file that exports them. */
function namesOf(view: ReachView, application: Application): ReadonlyMap<string, string> {
  const make = (): ReadonlyMap<string, string> => {
    const names = new Map<string, string>();
    const folders = foldersOf(view, application);
    let read = 0;
    for (const path of view.paths()) {
      if (!view.isCode(path) || read >= MAXIMUM_FILES) continue;
      if (!folders.some((folder) => path.startsWith(folder))) continue;
      read++;
      for (const name of view.exportNames(path)) if (name !== "default" && !names.has(name)) names.set(name, path);
    }
    return names;
  };
  return view.remember(`auto imports ${application.config}`, make, new Map());
}

/** Folders whose exports are in reach, with a slash at the end. */
function foldersOf(view: ReachView, { folder, config, isNuxt }: Application): readonly string[] {
  const text = view.read(config) ?? "";
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
