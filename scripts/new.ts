/**
 * Starts a rule, framework or system: copies its template and a first fixture, and updates what is generated.
 *
 *   npm run new -- rule access/unowned-object
 *   npm run new -- framework hono
 *   npm run new -- system stripe
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fromRoot } from "./lib/project.ts";
import { newFiles } from "./new/new-files.ts";

const [kind, id] = process.argv.slice(2);
const files = newFiles(kind ?? "", id ?? "", (path) => readFileSync(fromRoot(path), "utf8"));
if (typeof files === "string") stop(files);

for (const path of files.keys()) if (existsSync(fromRoot(path))) stop(`${path} exists already`);
for (const [path, text] of files) {
  mkdirSync(dirname(fromRoot(path)), { recursive: true });
  writeFileSync(fromRoot(path), text);
  console.log(path);
}
spawnSync(process.execPath, [fromRoot("scripts/generate.ts")], { stdio: "inherit" });
console.log("Now write it, and run: node --test test/fixtures.test.ts test/rules.test.ts");

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
