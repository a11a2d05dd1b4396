/**
 * Where a module specifier leads: to a file of the workspace, or to a package outside it.
 *
 * Follows relative paths, `paths` and `baseUrl` of the nearest tsconfig.json or jsconfig.json with what it extends
 * (https://www.typescriptlang.org/tsconfig/#paths), `imports` of package.json and workspace packages by name
 * (https://nodejs.org/api/packages.html), and `imports` of deno.json. Built output that is not there is looked for in the sources it is built from.
 */
import { plainSpecifier } from "../../facts/package-specifier.ts";
import { BUNDLER, bundlerNames, GENERATED, importMap, referenced } from "./alias-settings.ts";
import { createAnyCase } from "./any-case.ts";
import { isCompiled } from "./compiled.ts";
import { isRecord, parseJsonc } from "./jsonc.ts";
import { ancestors, directoryOf, joinPath } from "./paths.ts";
import type { Sources } from "./sources.ts";

export type ModuleTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string; readonly subpath: string }
  | { readonly kind: "missing" };

export interface Modules {
  resolve(from: string, specifier: string): ModuleTarget;
  /** Folder of the nearest package.json: the application or package a file belongs to. */
  appOf(path: string): string;
}

interface Aliases {
  /** Folder that bare specifiers may be relative to. */
  readonly base: string | undefined;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

interface Package {
  readonly directory: string;
  readonly json: Record<string, unknown>;
}

const EXTENSIONS = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs"];
const MISSING: ModuleTarget = { kind: "missing" };

export function createModules(sources: Sources): Modules {
  const packages = new Map<string, Package>();
  const packagesByDirectory = new Map<string, Package>();
  const configs = new Set<string>();
  const bundlers = new Map<string, string[]>();
  for (const path of sources.paths()) {
    if (BUNDLER.test(path)) bundlers.set(directoryOf(path), [...(bundlers.get(directoryOf(path)) ?? []), path]);
    if (/(?:^|\/)(?:(?:ts|js)config\.json|deno\.jsonc?)$/.test(path)) configs.add(path);
    if (path !== "package.json" && !path.endsWith("/package.json")) continue;
    const json = parseJsonc(sources.text(path) ?? "");
    if (!isRecord(json)) continue;
    const found = { directory: directoryOf(path), json };
    packagesByDirectory.set(found.directory, found);
    if (typeof json["name"] === "string" && !isNamesake(json)) packages.set(json["name"], found);
  }
  for (const { directory, json } of packagesByDirectory.values()) {
    for (const [name, folder] of linkedFolders(json)) {
      const found = packagesByDirectory.get(joinPath(directory, folder) ?? "");
      if (found && !packages.has(name)) packages.set(name, found);
    }
  }

  const aliasesByConfig = new Map<string, Aliases>();
  const aliasesByDirectory = new Map<string, Aliases | undefined>();
  const apps = new Map<string, string>();
  const resolved = new Map<string, ModuleTarget>();
  const inAnyCase = createAnyCase(sources);

  const file = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : fileAs(path, (one) => (sources.has(one) ? one : undefined));

  const readAliases = (config: string, seen: ReadonlySet<string>): Aliases => {
    const known = aliasesByConfig.get(config);
    if (known) return known;
    const json = parseJsonc(sources.text(config) ?? "");
    const directory = directoryOf(config);
    let result: Aliases = { base: undefined, paths: [] };
    if (isRecord(json)) {
      let written: Aliases["paths"] = [];
      for (const parent of [json["extends"], ...referenced(json)].flat()) {
        if (typeof parent !== "string") continue;
        const path = extended(directory, parent);
        if (path && !seen.has(path)) result = readAliases(path, new Set([...seen, path]));
        const generated = path ? undefined : GENERATED.find(({ config }) => config.test(parent));
        const folder = generated && joinPath(directory, parent.replace(/\.(?:nuxt|svelte-kit)\/.*$/, "."));
        if (generated && folder !== undefined) written = readPaths(generated.paths, folder);
      }
      const options = isRecord(json["compilerOptions"]) ? json["compilerOptions"] : {};
      const base = typeof options["baseUrl"] === "string" ? joinPath(directory, options["baseUrl"]) : undefined;
      const paths = options["paths"] ?? importMap(config, json);
      result = {
        base: base ?? result.base,
        // The framework's bundler knows its own names whatever else is written here.
        paths: [...(isRecord(paths) ? readPaths(paths, base ?? directory) : result.paths), ...written],
      };
    }
    aliasesByConfig.set(config, result);
    return result;
  };

  const extended = (directory: string, specifier: string): string | undefined => {
    const base = specifier.startsWith(".")
      ? joinPath(directory, specifier)
      : packageSubpath(packages, specifier, (found, rest) => joinPath(found.directory, rest));
    return [base, `${base}.json`, `${base}/tsconfig.json`].find((path) => path !== undefined && sources.has(path));
  };

  const aliasesFor = (directory: string): Aliases | undefined => {
    if (aliasesByDirectory.has(directory)) return aliasesByDirectory.get(directory);
    let result: Aliases | undefined;
    for (const folder of ancestors(directory)) {
      const prefix = folder === "" ? "" : `${folder}/`;
      const names = ["tsconfig.json", "jsconfig.json", "deno.json", "deno.jsonc"];
      const config = names.map((name) => prefix + name).find((path) => configs.has(path));
      if (!config) continue;
      const found = readAliases(config, new Set([config]));
      if (found.base === undefined && found.paths.length === 0) continue;
      result = found;
      break;
    }
    const bundled = bundledFor(directory);
    if (bundled) result = { base: result?.base ?? bundled.base, paths: [...(result?.paths ?? []), ...bundled.paths] };
    aliasesByDirectory.set(directory, result);
    return result;
  };

  /** Of the nearest folder whose settings name modules. */
  const bundledFor = (directory: string): Aliases | undefined => {
    for (const folder of ancestors(directory)) {
      const written = (bundlers.get(folder) ?? []).flatMap(
        (path) => bundlerNames(path, sources.text(path) ?? "") ?? [],
      );
      if (written.length === 0) continue;
      const base = written.find((one) => one.base !== undefined)?.base;
      return {
        base: base === undefined ? undefined : joinPath(folder, base),
        paths: written.flatMap((one) => readPaths(one.paths, folder)),
      };
    }
    return undefined;
  };

  const byAlias = (directory: string, specifier: string): string | undefined => {
    const aliases = aliasesFor(directory);
    if (!aliases) return undefined;
    const ranked = aliases.paths
      .map((alias) => ({ alias, rest: matchStar(alias.pattern, specifier) }))
      .filter((match) => match.rest !== undefined)
      .sort((a, b) => b.alias.pattern.length - a.alias.pattern.length);
    for (const { alias, rest } of ranked) {
      for (const target of alias.targets) {
        const path = file(target.replace("*", rest ?? ""));
        if (path) return path;
      }
    }
    return aliases.base === undefined ? undefined : file(joinPath(aliases.base, specifier));
  };

  const builtFrom = (path: string | undefined): string | undefined => {
    for (const source of path === undefined ? [] : sourcesOfBuilt(path)) {
      const hit = file(source);
      if (hit) return hit;
    }
    return undefined;
  };

  const byPackage = (specifier: string): string | undefined =>
    packageSubpath(packages, specifier, (found, rest) => {
      for (const target of packageTargets(found.json, rest)) {
        const path = joinPath(found.directory, target);
        const hit = file(path) ?? builtFrom(path);
        if (hit) return hit;
      }
      const plain =
        rest === "" ? ["src/index", "index", "lib/index", "src/main"] : [rest, `src/${rest}`, `lib/${rest}`];
      for (const guess of plain) {
        const hit = file(joinPath(found.directory, guess));
        if (hit) return hit;
      }
      return undefined;
    });

  const byImports = (directory: string, specifier: string): string | undefined => {
    for (const folder of ancestors(directory)) {
      const found = packagesByDirectory.get(folder);
      if (!found) continue;
      const map = found.json["imports"];
      if (!isRecord(map)) return undefined;
      for (const [pattern, target] of Object.entries(map)) {
        const rest = matchStar(pattern, specifier);
        if (rest === undefined) continue;
        for (const text of conditionTargets(target)) {
          const path = joinPath(folder, text.replace("*", rest));
          const hit = file(path) ?? builtFrom(path);
          if (hit) return hit;
        }
      }
      return undefined;
    }
    return undefined;
  };

  /** `@/routes`, where no settings that we read say what `@` is: the sources of the program around the file. */
  const byCustom = (directory: string, specifier: string): string | undefined => {
    const rest = /^[@~]\/(.+)$/.exec(specifier)?.[1];
    if (rest === undefined) return undefined;
    for (const folder of ancestors(directory)) {
      const hit = file(joinPath(folder, `src/${rest}`)) ?? file(joinPath(folder, rest));
      if (hit) return hit;
    }
    return undefined;
  };

  /** `/imports/orders`: from the root of the program. https://guide.meteor.com/structure#es6-modules */
  const byRoot = (directory: string, specifier: string): string | undefined => {
    if (!specifier.startsWith("/")) return undefined;
    for (const folder of ancestors(directory))
      if (packagesByDirectory.has(folder)) return file(joinPath(folder, specifier.slice(1)));
    return undefined;
  };

  /** Node, which knows no TypeScript here, loads `db.js` for `require("./db")` even where a `db.ts` stands beside it. */
  const asNodeLoads = (path: string): string | undefined => {
    const script = `${path}.js`;
    return sources.has(script) && !isCompiled(sources.text(script) ?? "") ? script : undefined;
  };

  const find = (directory: string, written: string, isFromScript: boolean): ModuleTarget => {
    const specifier = plainSpecifier(written);
    if (specifier.startsWith(".") || specifier === "") {
      const joined = joinPath(directory, specifier === "" ? "." : specifier);
      if (joined === undefined) return MISSING;
      const path =
        (isFromScript ? asNodeLoads(joined) : undefined) ??
        file(joined) ??
        builtFrom(joined) ??
        fileAs(joined, inAnyCase);
      return path ? { kind: "file", path } : MISSING;
    }
    const path =
      byAlias(directory, specifier) ??
      (specifier.startsWith("#") ? byImports(directory, specifier) : undefined) ??
      byPackage(specifier) ??
      byCustom(directory, specifier) ??
      byRoot(directory, specifier);
    if (path) return { kind: "file", path };
    const parts = specifier.split("/");
    const name = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
    return {
      kind: "package",
      name: NODE_MODULES.has(name) ? `node:${name}` : name,
      subpath: specifier.slice(name.length + 1),
    };
  };

  return {
    resolve(from, specifier) {
      const directory = directoryOf(from);
      const isFromScript = from.endsWith(".js");
      const key = `${directory}|${specifier}|${isFromScript}`;
      let target = resolved.get(key);
      if (!target) {
        target = find(directory, specifier, isFromScript);
        resolved.set(key, target);
      }
      return target;
    },
    appOf(path) {
      const directory = directoryOf(path);
      const known = apps.get(directory);
      if (known !== undefined) return known;
      const app = [...ancestors(directory)].find((folder) => packagesByDirectory.has(folder)) ?? "";
      apps.set(directory, app);
      return app;
    },
  };
}

/** Node's own modules may be imported with and without their prefix. */
const NODE_MODULES = new Set(
  "assert async_hooks buffer child_process cluster crypto dgram diagnostics_channel dns events fs http http2 https net os path perf_hooks process querystring readline stream string_decoder timers tls tty url util v8 vm worker_threads zlib".split(
    " ",
  ),
);

/** The file that a path without its extension may mean, or one that a path of built output is made from. */
function fileAs(path: string, existing: (path: string) => string | undefined): string | undefined {
  const script = /^(.*)\.([cm]?)js(x?)$/.exec(path);
  const spellings = [
    // Where both stand side by side, the one is built from the other.
    ...(script ? sourcesOf(script).map((extension) => script[1] + extension) : []),
    ...(/\.[a-z]+$/i.test(path) ? [path] : []),
    ...EXTENSIONS.map((extension) => path + extension),
    ...EXTENSIONS.map((extension) => `${path}/index${extension}`),
  ];
  for (const spelling of spellings) {
    const found = existing(spelling);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `.js` is built from `.ts` or `.tsx`, `.mjs` from `.mts`. https://www.typescriptlang.org/docs/handbook/modules/reference.html#file-extension-substitution */
function sourcesOf([, , flavour = "", jsx = ""]: RegExpExecArray): readonly string[] {
  return flavour === "" ? [`.ts${jsx}`, ".ts", ".tsx"] : [`.${flavour}ts`];
}

function readPaths(paths: Record<string, unknown>, base: string): Aliases["paths"] {
  return Object.entries(paths).map(([pattern, targets]) => ({
    pattern,
    targets: [targets]
      .flat()
      .filter((target) => typeof target === "string")
      .flatMap((target) => joinPath(base, target) ?? []),
  }));
}

/** What `*` stands for, `""` for an exact match, undefined where it does not match. */
function matchStar(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern === text ? "" : undefined;
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return undefined;
  return text.slice(head.length, text.length - tail.length);
}

function packageSubpath<Result>(
  packages: ReadonlyMap<string, Package>,
  specifier: string,
  use: (found: Package, rest: string) => Result | undefined,
): Result | undefined {
  const parts = specifier.split("/");
  const name = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
  const found = packages.get(name);
  return found ? use(found, specifier.slice(name.length + 1)) : undefined;
}

function packageTargets(json: Record<string, unknown>, rest: string): readonly string[] {
  const targets: string[] = [];
  const exported = json["exports"];
  const wanted = rest === "" ? "." : `./${rest}`;
  if (typeof exported === "string" && rest === "") targets.push(exported);
  if (isRecord(exported)) {
    const keyed = Object.keys(exported).some((key) => key.startsWith("."));
    if (!keyed && rest === "") targets.push(...conditionTargets(exported));
    for (const [pattern, target] of keyed ? Object.entries(exported) : []) {
      const star = matchStar(pattern, wanted);
      if (star !== undefined) targets.push(...conditionTargets(target).map((text) => text.replace("*", star)));
    }
  }
  if (rest === "") {
    for (const field of ["source", "module", "main", "types"])
      if (typeof json[field] === "string") targets.push(json[field]);
  }
  return targets;
}

/** Every file a conditional export may mean, in order. */
function conditionTargets(target: unknown): readonly string[] {
  if (typeof target === "string") return [target];
  if (Array.isArray(target)) return target.flatMap(conditionTargets);
  return isRecord(target) ? Object.values(target).flatMap(conditionTargets) : [];
}

/** `packages/db/dist/index.js` is built from `packages/db/src/index`, or from what lies in `lib`, or beside `dist`. */
function* sourcesOfBuilt(path: string): Iterable<string> {
  const plain = path.replace(/\.d\.([cm]?)ts$/, ".$1ts");
  for (const { index, 0: built, 1: before = "" } of plain.matchAll(BUILT)) {
    const rest = plain.slice(index + built.length);
    for (const folder of SOURCE_FOLDERS) yield `${plain.slice(0, index)}${before}${folder}${rest}`;
  }
}

const BUILT = /(^|\/)(?:dist|build|lib|out)\/(?:esm\/|cjs\/|src\/)?/g;
const SOURCE_FOLDERS = ["src/", "lib/", "source/", ""];

/**
 * Dependencies that are folders, whatever name the package there has: `"shared": "file:../packages/shared"`.
 * https://docs.npmjs.com/cli/v11/configuring-npm/package-json#local-paths · https://yarnpkg.com/protocol/portal
 */
function linkedFolders(json: Record<string, unknown>): readonly (readonly [string, string])[] {
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((field) => {
    const listed = json[field];
    return Object.entries(isRecord(listed) ? listed : {}).flatMap(([name, version]) => {
      const folder = typeof version === "string" ? /^(?:file|link|portal):(.+)$/.exec(version)?.[1] : undefined;
      return folder === undefined ? [] : [[name, folder] as const];
    });
  });
}

/** A service that bears the name of a package it installs (`fastify`): whoever imports the name means the package. */
function isNamesake(json: Record<string, unknown>): boolean {
  const name = json["name"];
  const dependencies = json["dependencies"];
  if (typeof name !== "string" || !isRecord(dependencies) || !Object.hasOwn(dependencies, name)) return false;
  // A package of the workspace may name itself, so that its own files find it by name.
  return !/^(?:workspace|file|link|portal):/.test(String(dependencies[name]));
}
