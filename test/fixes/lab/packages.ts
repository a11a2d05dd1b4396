/** Libraries that only the lab needs: `npm run lab` installs them beside the copies of the services. */
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const labFolder = fileURLToPath(new URL("../../../.cache/fix-lab/", import.meta.url));
const packages = fileURLToPath(new URL("./packages/", import.meta.url));

export function packageMissing(name: string): string | false {
  return existsSync(join(labFolder, "node_modules", name)) ? false : `${name} is not installed: run \`npm run lab\``;
}

/** Puts the manifest and its lock where `npm ci` can install them; gives that folder. */
export function placePackages(): string {
  mkdirSync(labFolder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(packages, file), join(labFolder, file));
  return labFolder;
}
