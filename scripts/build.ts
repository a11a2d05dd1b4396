/**
 * Builds every host into `dist/`.
 *
 * `extension.cjs`, `worker.cjs`, `cli.cjs` (with `cli-run.cjs`) and `plugin.cjs` are CommonJS files. TypeScript is never inside them: the
 * plugin is given tsserver's, the others load `typescript.cjs` beside them, and only when something must be parsed. Worker
 * and plugin share `engine.cjs`, which would otherwise be in the package twice.
 *
 *   node scripts/build.ts                         for development: readable, with source maps
 *   node scripts/build.ts --minify --out=FOLDER   for the package
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { fromRoot, readPackageJson } from "./lib/project.ts";
import { thirdPartyNotices } from "./lib/third-party-notices.ts";
import { typescriptParser, WHOLE_TYPESCRIPT } from "./lib/typescript-parser.ts";

/** One bundle: its source, its name in `dist/`, and what it runs on. */
interface Entry {
  readonly source: string;
  readonly output: string;
  readonly options: BuildOptions;
}

const { values } = parseArgs({ options: { minify: { type: "boolean" }, out: { type: "string" } } });
const minify = values.minify === true;
/** Written beside the last build and put in its place when it is done: whoever runs the last one is not disturbed. */
const target = values.out ?? fromRoot("dist");
const dist = `${target}.${process.pid}`;

/** Older Nodes than the project's own run these: VS Code's, and whatever is on a CI machine. */
const NODE: BuildOptions = {
  platform: "node",
  format: "cjs",
  target: "node20",
  // `import.meta` does not exist in CommonJS; sources use it only to find files beside them.
  define: { "import.meta.url": "bundleUrl", BUNDLED_TYPESCRIPT: '"./typescript.cjs"' },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  external: ["typescript", "vscode"],
  // The CommonJS of some packages (jsonc-parser) is wrapped so that no bundler can follow its `require`.
  mainFields: ["module", "main"],
};

/** The engine's one door leads to the file beside. */
const SHARED_ENGINE: Plugin = {
  name: "shared-engine",
  setup(build) {
    build.onResolve({ filter: /\/engine\/index\.ts$/ }, () => ({ path: "./engine.cjs", external: true }));
  },
};

/** The same, read when something of it is first used: a tsserver that answers no questions of meaning never does. */
const LAZY_ENGINE: Plugin = {
  name: "lazy-engine",
  setup(build) {
    build.onResolve({ filter: /\/engine\/index\.ts$/ }, () => ({ path: "engine", namespace: "lazy" }));
    build.onResolve({ filter: /^\.\/engine\.cjs$/ }, () => ({ path: "./engine.cjs", external: true }));
    build.onLoad({ filter: /./, namespace: "lazy" }, async () => {
      const names = Object.keys(await import("../src/engine/index.ts"));
      return {
        contents: `let engine;
          for (const name of ${JSON.stringify(names)})
            Object.defineProperty(exports, name, { enumerable: true, get: () => (engine ??= require("./engine.cjs"))[name] });`,
      };
    });
  },
};

/** The program of the command line, beside the small file that is started. */
const CLI_BESIDE: Plugin = {
  name: "cli-beside",
  setup(build) {
    build.onResolve({ filter: /^\.\/run\.ts$/ }, () => ({ path: "./cli-run.cjs", external: true }));
  },
};

const ENTRIES: readonly Entry[] = [
  { source: "src/engine/index.ts", output: "engine.cjs", options: NODE },
  { source: "src/extension/activate.ts", output: "extension.cjs", options: NODE },
  { source: "src/extension/worker/main.ts", output: "worker.cjs", options: { ...NODE, plugins: [SHARED_ENGINE] } },
  {
    source: "src/cli/main.ts",
    output: "cli.cjs",
    options: { ...NODE, plugins: [CLI_BESIDE], supported: { "dynamic-import": false } },
  },
  { source: "src/cli/run.ts", output: "cli-run.cjs", options: NODE },
  {
    source: "src/plugin/index.ts",
    output: "plugin.cjs",
    // tsserver wants the factory itself as the module.
    options: { ...NODE, plugins: [LAZY_ENGINE], footer: { js: "module.exports = module.exports.default;" } },
  },
  {
    source: "src/webview/main.ts",
    output: "webview/main.js",
    options: { platform: "browser", format: "iife", target: "chrome120" },
  },
  {
    source: "src/webview/service-map.css",
    output: "webview/main.css",
    options: { platform: "browser", target: "chrome120", loader: { ".css": "css" } },
  },
];

mkdirSync(dist, { recursive: true });

const metafiles: Metafile[] = [];
for (const entry of ENTRIES) {
  // esbuild has said what is wrong; the other bundles are still of use.
  await bundle(entry).then(
    (metafile) => metafiles.push(metafile),
    () => (process.exitCode = 1),
  );
}
metafiles.push(await bundleTypeScript());
writeFileSync(join(dist, "THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(metafiles));
if (existsSync(join(dist, "cli.cjs"))) chmodSync(join(dist, "cli.cjs"), 0o755);
putInPlace();
if (!values.out) linkPlugin();

function putInPlace(): void {
  const last = `${dist}.last`;
  if (existsSync(target)) renameSync(target, last);
  renameSync(dist, target);
  rmSync(last, { recursive: true, force: true });
}

async function bundle(entry: Entry): Promise<Metafile> {
  const isCli = entry.output === "cli.cjs";
  const banner = entry.options.banner?.js;
  const result = await build({
    absWorkingDir: fromRoot("."),
    entryPoints: [entry.source],
    outfile: join(dist, entry.output),
    bundle: true,
    minify,
    sourcemap: minify ? false : "linked",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    loader: { ".css": "text", ".html": "text", ".svg": "text" },
    ...entry.options,
    ...(banner ? { banner: { js: isCli ? `#!/usr/bin/env node\n${banner}` : banner } } : {}),
  });
  return result.metafile!;
}

/** The TypeScript that the command line and the worker parse with: the parser of the one that ts-morph ships. */
async function bundleTypeScript(): Promise<Metafile> {
  const result = await build({
    absWorkingDir: fromRoot("."),
    stdin: { contents: typescriptParser(), sourcefile: WHOLE_TYPESCRIPT },
    outfile: join(dist, "typescript.cjs"),
    bundle: true,
    minify: true,
    legalComments: "none",
    logLevel: "error",
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20",
  });
  return result.metafile!;
}

/**
 * tsserver looks for the plugin in `node_modules` of the extension's folder. For the extension under development that is
 * the repository itself.
 */
function linkPlugin(): void {
  const name = readPackageJson().contributes?.typescriptServerPlugins?.[0]?.name;
  if (!name || !existsSync(join(target, "plugin.cjs"))) return;
  const folder = fromRoot("node_modules", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ name, version: "0.0.0", main: "index.js" })}\n`);
  writeFileSync(join(folder, "index.js"), 'module.exports = require("../../dist/plugin.cjs");\n');
}

console.error(
  `built ${readdirSync(target)
    .filter((name) => !name.endsWith(".map"))
    .join(", ")}`,
);
