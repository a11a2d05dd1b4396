/** Licence texts of every package whose code ends up in a bundle. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { fromRoot } from "./project.ts";

/** `@ts-morph/common` carries its own copy of TypeScript, whose licence must travel with it. */
const INSIDE = [["node_modules/@ts-morph/common", "node_modules/typescript"]] as const;

export function thirdPartyNotices(metafiles: readonly Metafile[]): string {
  const folders = new Set<string>();
  for (const metafile of metafiles) {
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (!folder) continue;
      folders.add(folder);
      for (const [carrier, inner] of INSIDE) if (folder.endsWith(carrier)) folders.add(inner);
    }
  }
  return `Hardpath contains code of these packages.\n\n${[...folders].sort().map(notice).join("\n\n")}\n`;
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(fromRoot(folder, "package.json"), "utf8"));
  const texts = readdirSync(fromRoot(folder))
    .filter((file) => /^(licen[cs]e|copying|notice|thirdpartynotice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(fromRoot(folder), file), "utf8").trim());
  return [`${"-".repeat(80)}`, `${name} ${version} (${license})`, "", ...texts].join("\n");
}
