/**
 * One edit after the other in an opened workspace: from the new text to findings and map.
 *
 *   node scripts/bench/edits.ts FOLDER FILE
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkspace } from "../../src/node/open-workspace.ts";

const [folder = ".", file = ""] = process.argv.slice(2);
const { workspace } = openWorkspace(folder, { cache: "none" });
const text = readFileSync(join(folder, file), "utf8");
workspace.findings();
workspace.serviceMap();

/** Edits that are not counted: the machine code is not there yet. */
const WARM_UP = 15;

const times: number[] = [];
for (let edit = 0; edit < WARM_UP + 60; edit++) {
  const changed = text.replace("try {", `try {\n    const edit${edit} = ${edit};`);
  const start = performance.now();
  workspace.setFile(file, changed);
  workspace.findings();
  workspace.serviceMap();
  if (edit >= WARM_UP) times.push(performance.now() - start);
}
console.log(JSON.stringify({ times, entryPoints: workspace.serviceMap().entryPoints.length }));
