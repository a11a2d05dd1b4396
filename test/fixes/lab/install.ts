/** Installs what only the lab needs, beside the copies of the services; nothing where it is there. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { labFolder, packageMissing, placePackages } from "./packages.ts";

const folder = placePackages();
const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
if (Object.keys(dependencies).some((name) => packageMissing(name))) {
  const install = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (install.status !== 0) {
    console.error(`The lab's libraries could not be installed in ${labFolder}.`);
    process.exit(1);
  }
}
