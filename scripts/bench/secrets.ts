/**
 * The search for secrets against the least that it must do: listing a folder's files and reading them as text.
 *
 *   node scripts/bench/secrets.ts FOLDER ENGINE_MODULE     both in one process, round after round
 *   node scripts/bench/secrets.ts FOLDER                   only lists and reads, for the whole command to be compared with
 *
 * Prints processor time in milliseconds, of all threads, as JSON: `read` and `search` of each round.
 */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as engine from "../../src/engine/index.ts";
import { discover } from "../../src/node/discovery.ts";
import { sizeLimit } from "../../src/node/file-kinds.ts";

const ROUNDS = 7;

const [folder = ".", module] = process.argv.slice(2);
const read: number[] = [];
const search: number[] = [];
let files = 0;
let findings = 0;
for (let round = 0; round < (module === undefined ? 1 : ROUNDS); round++) {
  let start = cpu();
  const texts = readAll();
  read.push(cpu() - start);
  files = texts.size;
  if (module === undefined) continue;
  const { createWorkspace }: typeof engine = createRequire(import.meta.url)(module);
  start = cpu();
  const workspace = createWorkspace({
    typescript: () => {
      throw new Error("Secrets need no parse");
    },
    rules: (id) => id.startsWith("secrets/"),
  });
  for (const [path, text] of texts) workspace.setFile(path, text);
  findings = workspace.findings().length;
  search.push(cpu() - start);
}
console.log(JSON.stringify({ files, findings, read, search }));

/** The files that the command line looks at. */
function readAll(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { path, kind, ignored } of discover(folder)) {
    if (kind === "named" || ignored || statSync(join(folder, path)).size > sizeLimit(kind)) continue;
    texts.set(path, readFileSync(join(folder, path), "utf8"));
  }
  return texts;
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
