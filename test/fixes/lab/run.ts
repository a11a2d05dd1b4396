/** `npm run lab`: installs what only the lab needs, runs every cell, and writes `docs/fix-lab.md`. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import "./install.ts";

const test = fileURLToPath(new URL("./lab.test.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--test", test], {
  env: { ...process.env, LAB_TABLE: "1" },
  stdio: "inherit",
});
process.exit(status ?? 1);
