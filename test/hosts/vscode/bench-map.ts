/**
 * Measures the service map in the real editor: how soon it is there, and how fluid it is.
 *
 *   npm run bench:map              made-up services of 400 and 2,000 entry points
 *   npm run bench:map -- FOLDER…   these folders
 *
 * The packaged extension is measured: `npm run package` first.
 */
import { resolve } from "node:path";
import { describeOpening, measureMap } from "../../harness/vscode/measure-map.ts";
import { describePanning } from "../../harness/webview/panning.ts";

const folders = process.argv.slice(2).map((path) => resolve(path));
for (const what of folders.length > 0 ? folders : [400, 2000]) {
  console.log(typeof what === "number" ? `${what} entry points` : what);
  const measures = await measureMap(what);
  console.log(`  ${describeOpening(measures)}`);
  for (const [where, panning] of Object.entries(measures.panning)) {
    console.log(`  panning ${where}: ${describePanning(panning)}`);
  }
}
