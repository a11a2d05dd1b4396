/**
 * Which files of a workspace are read, judged by name, place and size alone.
 *
 * Everything that is code of the service, or configuration in which a secret, a schema or an alias may stand. What other
 * programs made (builds, bundles, lock files, generated clients) is nobody's to mend and is left out.
 */
import { ENDINGS, isCode, isWorkerSettings } from "../engine/index.ts";

/** Above this many bytes code is a bundle or data. */
export const MAX_CODE_BYTES = 1_000_000;
/** Above this many bytes a configuration file is data. */
export const MAX_TEXT_BYTES = 512_000;

/**
 * What a file counts as; undefined where it does not. `named` files are not analysed: that they exist says something
 * (a lock file), or a report quotes them (`CODEOWNERS`).
 */
export type FileKind = "code" | "text" | "environment" | "named";

/** Endings beside those that the engine knows: of schemas in which no secret stands, and of what it knows by the name. */
const MORE_ENDINGS = new Set(["graphqls", "proto", "wasp", "dockerfile"]);

const TEXT_NAMES = new Set([
  ...["dockerfile", "containerfile", "procfile", "makefile", "justfile", "jenkinsfile"],
  ...[".npmrc", ".yarnrc", ".pgpass", ".netrc", ".htpasswd", ".envrc", ".gitignore", ".dockerignore"],
]);

const LOCK_FILES = new Set([
  ...["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb", "deno.lock"],
  ...["composer.lock", "cargo.lock", "poetry.lock", "gemfile.lock", "flake.lock", "devbox.lock"],
]);

/** `.min.js`, bundles, declarations, source maps and the files that code generators name for what they are. */
const MADE =
  /(?:[.-]min|[.-]bundle|\.chunk|\.d)\.[cm]?[jt]sx?$|\.map$|\.(?:generated|gen|pb)\.[cm]?[jt]sx?$|_pb\.[jt]s$/;

const ENVIRONMENT = /^(?:\.env(?:$|[.\-_])|.+\.env$)/;

/** What stands in for settings that version control leaves out. */
const TEMPLATE = /\.(?:example|sample|template|tmpl|dist)$/;

/** Judges a file by its name alone. */
export function kindOfFile(name: string): FileKind | undefined {
  const lower = name.toLowerCase();
  if (isCode(lower)) return MADE.test(name) ? undefined : "code";
  const dot = lower.lastIndexOf(".");
  const ending = dot < 0 ? "" : lower.slice(dot + 1);
  if (name.startsWith(".env") || ending === "env") return ENVIRONMENT.test(name) ? "environment" : undefined;
  if (LOCK_FILES.has(lower) || lower === "codeowners") return "named";
  // Declarations (`.d.ts`), which are no code that runs, end here too.
  if (dot > 0 && (Object.hasOwn(ENDINGS, ending) || MORE_ENDINGS.has(ending)))
    return MADE.test(lower) ? undefined : "text";
  if (TEXT_NAMES.has(lower) || lower.startsWith("dockerfile.")) return "text";
  return TEMPLATE.test(lower) && isWorkerSettings(lower) ? "text" : undefined;
}

/** The most bytes a file of this kind may have. */
export function sizeLimit(kind: FileKind): number {
  return kind === "code" ? MAX_CODE_BYTES : MAX_TEXT_BYTES;
}

/** Folders that never hold the service's own source, wherever they stand. */
const NEVER = new Set([
  ...["node_modules", "bower_components", "jspm_packages", "web_modules", "dist", "coverage", ".git", ".hg", ".svn"],
  ...[
    ".yarn",
    ".pnpm-store",
    ".pnp",
    ".npm",
    ".next",
    ".nuxt",
    ".output",
    ".svelte-kit",
    ".astro",
    ".angular",
    ".docusaurus",
  ],
  ...[
    ".turbo",
    ".nx",
    ".cache",
    ".parcel-cache",
    ".vite",
    ".rollup.cache",
    ".swc",
    ".vercel",
    ".netlify",
    ".serverless",
  ],
  ...[
    ".aws-sam",
    ".sst",
    ".wrangler",
    ".terraform",
    ".expo",
    ".idea",
    ".vs",
    ".history",
    ".nyc_output",
    ".vscode-test",
  ],
  ...["__generated__", "__snapshots__", "__pycache__", "venv", ".venv", ".tox", ".gradle", "storybook-static"],
]);

/** Folders that hold what a build made, or other people's code, when they stand beside a project's manifest. */
const BESIDE_MANIFEST = new Set([
  "build",
  "out",
  "output",
  "vendor",
  "vendors",
  "third_party",
  "tmp",
  "temp",
  "target",
  "generated",
]);

const MANIFESTS = new Set([
  "package.json",
  "tsconfig.json",
  "jsconfig.json",
  "deno.json",
  ".git",
  "pnpm-workspace.yaml",
]);

/** True for the name of a file that marks its folder as the top of a project. */
export function isManifest(name: string): boolean {
  return MANIFESTS.has(name);
}

/**
 * True where a folder is not entered. `app/build/route.ts` is a route, `build/` beside a package.json is output:
 * `besideManifest` tells which.
 */
export function isSkippedFolder(name: string, place: "besideManifest" | "elsewhere"): boolean {
  return NEVER.has(name) || (place === "besideManifest" && BESIDE_MANIFEST.has(name));
}
