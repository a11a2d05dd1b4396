/** `npm run lab`: installs what only the lab needs, runs every cell, and writes `docs/fix-lab.md`. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { labFolder, packageMissing, placePackages } from "./packages.ts";

if (packageMissing("prisma")) {
  const install = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: placePackages(),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (install.status !== 0) {
    console.error(`The lab's libraries could not be installed in ${labFolder}.`);
    process.exit(1);
  }
}
const test = fileURLToPath(new URL("./lab.test.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--test", test], {
  env: { ...process.env, LAB_TABLE: "1" },
  stdio: "inherit",
});
process.exit(status ?? 1);
