/** The rules, frameworks, systems and providers of the engine, found by their files. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromRoot } from "./project.ts";

/** A kind of definition: one file each, with a default export. */
export interface Collection {
  /** Folder with one file per definition, and its `index.generated.ts`. */
  readonly folder: string;
  /** Module and type that the index declares its list with. */
  readonly type: string;
  readonly from: string;
  readonly constant: string;
  readonly purpose: string;
  /** A file holds a list of definitions with ids of their own. */
  readonly many?: true;
}

export const RULES: Collection = {
  folder: "src/engine/rules",
  type: "Rule",
  from: "./define-rule.ts",
  constant: "RULES",
  purpose: "Every rule",
};

export const FRAMEWORKS: Collection = {
  folder: "src/engine/frameworks",
  type: "Framework",
  from: "./define-framework.ts",
  constant: "FRAMEWORKS",
  purpose: "Every framework",
};

export const SYSTEMS: Collection = {
  folder: "src/engine/systems",
  type: "System",
  from: "./define-system.ts",
  constant: "SYSTEMS",
  purpose: "Every system",
};

export const PROVIDERS: Collection = {
  folder: "src/engine/secrets/providers",
  type: "TokenFormat",
  from: "./define-provider.ts",
  constant: "TOKEN_FORMATS",
  purpose: "Every token format of every provider",
  many: true,
};

export const COLLECTIONS: readonly Collection[] = [RULES, FRAMEWORKS, SYSTEMS, PROVIDERS];

/** One file of a collection. The id is its path in the folder: `access/missing-role`, `express`. */
export interface Definition {
  readonly id: string;
  /** Relative to the repository. */
  readonly path: string;
}

/** Definitions of a collection, by id. Files without a default export are helpers; `_template.ts` is for copying. */
export function definitions(collection: Collection): readonly Definition[] {
  const folder = fromRoot(collection.folder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !/(^|\/)_|\.generated\.ts$/.test(path))
    .filter((path) => /^export default\b/m.test(readFileSync(join(folder, path), "utf8")))
    .map((path) => ({ id: path.slice(0, -".ts".length), path: `${collection.folder}/${path}` }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a definition's file exports. */
export async function load<T>(definition: Definition): Promise<T> {
  const module: { default: T } = await import(fromRoot(definition.path));
  return module.default;
}
