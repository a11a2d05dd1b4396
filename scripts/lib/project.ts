/** Where the repository is, and what its package.json says. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Absolute path of something in the repository. */
export function fromRoot(...parts: readonly string[]): string {
  return join(root, ...parts);
}

/** The parts of package.json that scripts and tests read. */
export interface PackageJson {
  readonly [key: string]: unknown;
  readonly name: string;
  readonly version: string;
  readonly contributes?: {
    readonly [key: string]: unknown;
    readonly commands?: readonly { readonly command: string; readonly title: string }[];
    readonly typescriptServerPlugins?: readonly { readonly name: string }[];
    readonly jsonValidation?: readonly { readonly fileMatch: string | readonly string[]; readonly url: string }[];
  };
}

export function readPackageJson(): PackageJson {
  return JSON.parse(readFileSync(fromRoot("package.json"), "utf8"));
}
