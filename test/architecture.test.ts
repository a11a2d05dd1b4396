/**
 * The shape of the code, read from every import. What a type check per layer already refuses (`node:fs` or `document` in
 * the engine) is left to it; here stands the rest: direction, the injected TypeScript, and what may be bundled.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { fromRoot } from "../scripts/lib/project.ts";

/** Which layers a layer may import. Each imports itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  node: ["engine"],
  cli: ["engine", "node"],
  plugin: ["engine", "node"],
  webview: ["engine"],
  extension: ["engine", "node", "webview"],
};

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly specifier: string;
  /** Erased before it runs. */
  readonly typeOnly: boolean;
  /** Path from the repository's root, for relative specifiers. */
  readonly target: string | undefined;
}

const imports = Object.keys(ALLOWED).flatMap((layer) => sources(layer).flatMap((file) => importsOf(layer, file)));

test("every layer has sources and its own tsconfig.json", () => {
  for (const layer of Object.keys(ALLOWED)) {
    assert.ok(existsSync(fromRoot("src", layer, "tsconfig.json")), `src/${layer}/tsconfig.json is missing`);
    assert.ok(sources(layer).length > 0, `src/${layer} is empty`);
  }
  assert.deepEqual(readdirSync(fromRoot("src")).sort(), Object.keys(ALLOWED).sort());
});

test("imports point inward, and hosts never import each other", () => {
  const wrong = imports.filter(({ layer, target }) => {
    if (target === undefined) return false;
    const to = layerOf(target);
    return to !== layer && !(to !== undefined && ALLOWED[layer]?.includes(to));
  });
  assert.deepEqual(wrong.map(show), []);
});

test("the engine has one door: src/engine/index.ts", () => {
  const wrong = imports.filter(
    ({ layer, target }) =>
      layer !== "engine" && target !== undefined && layerOf(target) === "engine" && target !== "src/engine/index.ts",
  );
  assert.deepEqual(wrong.map(show), []);
});

test("the extension takes only the messages from the webview's code", () => {
  const wrong = imports.filter(
    ({ layer, target }) =>
      layer === "extension" &&
      target !== undefined &&
      layerOf(target) === "webview" &&
      target !== "src/webview/protocol.ts",
  );
  assert.deepEqual(wrong.map(show), []);
});

test("the engine and the plugin are given TypeScript and import only its types; the engine imports no package but a YAML reader", () => {
  // Pure, without dependencies, and only where pipelines are read.
  const isYaml = (file: string, specifier: string) => file === "src/engine/release/yaml.ts" && specifier === "yaml";
  const wrong = imports.filter(
    ({ file, layer, specifier, typeOnly, target }) =>
      target === undefined &&
      !isYaml(file, specifier) &&
      ((layer === "engine" && !(specifier === "typescript" && typeOnly)) ||
        (layer === "plugin" && /^typescript(\/|$)/.test(specifier) && !typeOnly)),
  );
  assert.deepEqual(wrong.map(show), []);
});

test("no host carries TypeScript in its bundle: src/node/typescript.ts loads it on first use", () => {
  const wrong = imports.filter(
    ({ specifier, typeOnly }) => !typeOnly && /^(typescript|ts-morph|@ts-morph\/common)(\/|$)/.test(specifier),
  );
  assert.deepEqual(wrong.map(show), []);
});

test("vscode is imported only by the extension", () => {
  const wrong = imports.filter(({ layer, specifier }) => specifier === "vscode" && layer !== "extension");
  assert.deepEqual(wrong.map(show), []);
});

test("the extension's worker runs without vscode", () => {
  const reached = reachableFrom("src/extension/worker/main.ts");
  const wrong = imports.filter(
    ({ file, specifier, typeOnly }) => specifier === "vscode" && !typeOnly && reached.has(file),
  );
  assert.deepEqual(wrong.map(show), []);
});

test("rules do not know frameworks or systems, nor these rules; model and facts know none of them", () => {
  const apart: readonly (readonly [from: string, to: readonly string[]])[] = [
    ["rules", ["frameworks", "systems"]],
    ["frameworks", ["rules", "systems"]],
    ["systems", ["rules", "frameworks"]],
    ["model", ["rules", "frameworks", "systems", "link"]],
    ["facts", ["rules", "frameworks", "systems", "link"]],
  ];
  // The notation of values is shared: `define-framework.ts` may speak of `define-system.ts`.
  const shared = /\/define-(rule|framework|system)\.ts$/;
  const wrong = imports.filter(({ file, target, typeOnly }) =>
    apart.some(
      ([from, to]) =>
        file.startsWith(`src/engine/${from}/`) &&
        target !== undefined &&
        !typeOnly &&
        !shared.test(target) &&
        to.some((folder) => target.startsWith(`src/engine/${folder}/`)),
    ),
  );
  assert.deepEqual(wrong.map(show), []);
});

test("no layer, and no folder of the engine, depends on itself through another", () => {
  const edges = new Map<string, string[]>();
  for (const { file, target, typeOnly } of imports) {
    if (target === undefined || typeOnly) continue;
    const from = areaOf(file);
    const to = areaOf(target);
    if (from !== to) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  assert.deepEqual(circles(edges), []);
});

/** The folders of the linker: each line may know the lines above it. */
const LINK: readonly (readonly string[])[] = [
  ["terms"],
  ["files"],
  ["evaluate", "values", "packages", "adapters"],
  ["routes"],
  ["trail"],
  ["retry"],
  ["guards"],
];

test("in the linker, what is lower does not know what is built on it", () => {
  const level = (path: string): number => LINK.findIndex((line) => line.includes(path.split("/")[3] ?? ""));
  const inside = imports.filter(
    ({ file, target, typeOnly }) =>
      !typeOnly && file.startsWith("src/engine/link/") && target?.startsWith("src/engine/link/"),
  );
  const wrong = inside.filter(({ file, target }) => {
    const from = level(file);
    return from >= 0 && level(target ?? "") > from;
  });
  assert.deepEqual(wrong.map(show), []);
  const folders = readdirSync(fromRoot("src/engine/link"), { withFileTypes: true }).filter((one) => one.isDirectory());
  assert.deepEqual(folders.map(({ name }) => name).sort(), LINK.flat().sort());
});

test("the reader of imports sees every form", () => {
  const source = [
    'import a, { b } from "./a.ts";',
    'import type { C } from "./c.ts";',
    'import { type D } from "./d.ts";',
    'export * from "./e.ts";',
    'export type * from "./f.ts";',
    'const g = await import("./g.ts");',
    'const h = require("./h.cjs");',
    'type I = import("./i.ts").I;',
    'import "./j.ts";',
  ].join("\n");
  assert.deepEqual(
    readImports(source).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? " type" : ""}`),
    ["./a.ts", "./c.ts type", "./d.ts type", "./e.ts", "./f.ts type", "./g.ts", "./h.cjs", "./i.ts type", "./j.ts"],
  );
  assert.deepEqual(
    circles(
      new Map([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", ["a"]],
        ["d", ["a"]],
      ]),
    ),
    ["a → b → c → a"],
  );
});

function sources(layer: string): readonly string[] {
  return readdirSync(fromRoot("src", layer), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `src/${layer}/${path.replaceAll("\\", "/")}`);
}

function importsOf(layer: string, file: string): readonly Import[] {
  return readImports(readFileSync(fromRoot(file), "utf8")).map(({ specifier, typeOnly }) => ({
    file,
    layer,
    specifier,
    typeOnly,
    target: specifier.startsWith(".")
      ? relative(fromRoot("."), resolve(fromRoot(dirname(file)), specifier))
      : undefined,
  }));
}

function readImports(source: string): readonly Pick<Import, "specifier" | "typeOnly">[] {
  const found: Pick<Import, "specifier" | "typeOnly">[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal))
        found.push({ specifier: node.argument.literal.text, typeOnly: true });
    } else if (ts.isCallExpression(node)) {
      const called = node.expression;
      const [argument] = node.arguments;
      const loads =
        called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === "require");
      if (loads && argument && ts.isStringLiteral(argument)) found.push({ specifier: argument.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly);
}

function layerOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** The layer; in the engine its folder. Modules beside each other may call each other in turn. */
function areaOf(path: string): string {
  return /^src\/engine\/[^/]+(?=\/)|^src\/[^/]+/.exec(path)?.[0] ?? path;
}

function reachableFrom(entry: string): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const it of imports) if (it.file === file && it.target && !it.typeOnly) reached.add(it.target);
  }
  return reached;
}

function circles(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return found;
}

function show({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}
