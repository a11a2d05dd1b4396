/**
 * What loading the tsserver plugin costs, TypeScript being there already.
 *
 *   node scripts/bench/plugin-load.ts BUNDLE
 */
import { createRequire } from "node:module";

const [bundle = ""] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const typescript = require("typescript");
const start = performance.now();
require(bundle)({ typescript });
console.log(JSON.stringify({ load: performance.now() - start }));
