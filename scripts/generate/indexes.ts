/** `index.generated.ts` of each collection: the one place where every rule, framework, system and provider is listed. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { COLLECTIONS, type Collection, definitions } from "../lib/definitions.ts";
import { format } from "../lib/format.ts";
import { fromRoot } from "../lib/project.ts";

export function indexFiles(): readonly (readonly [path: string, text: string])[] {
  return COLLECTIONS.filter((collection) => existsSync(join(fromRoot(collection.folder), collection.from))).map(
    (collection) => {
      const path = `${collection.folder}/index.generated.ts`;
      return [path, format(path, index(collection))] as const;
    },
  );
}

function index(collection: Collection): string {
  const entries = definitions(collection).map(({ id }) => ({ id, name: identifier(id) }));
  return [
    `/** ${collection.purpose}, by ${collection.many ? "file" : "id"}. Written by \`npm run generate\`. */`,
    `import type { ${collection.type} } from "${collection.from}";`,
    ...entries.map(({ id, name }) => `import ${name} from "./${id}.ts";`),
    "",
    `export const ${collection.constant}: readonly ${collection.type}[] = [`,
    ...entries.map(({ id, name }) => (collection.many ? `...${name},` : `{ id: "${id}", ...${name} },`)),
    "];",
    "",
  ].join("\n");
}

/** `access/missing-role` as `accessMissingRole`. */
function identifier(id: string): string {
  const name = id.replace(/[^a-zA-Z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());
  return /^[0-9]/.test(name) || RESERVED.has(name) ? `_${name}` : name;
}

const RESERVED = new Set(["package", "function", "default", "new", "delete", "import", "export"]);
