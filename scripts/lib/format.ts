/** Formats a text as `npm run lint` wants it. */
import { spawnSync } from "node:child_process";
import { fromRoot } from "./project.ts";

/** @param path Decides the language, and the settings of `biome.json`. The file need not exist. */
export function format(path: string, text: string): string {
  const result = spawnSync(
    process.execPath,
    [fromRoot("node_modules/@biomejs/biome/bin/biome"), "check", "--write", `--stdin-file-path=${path}`],
    { cwd: fromRoot("."), input: text, encoding: "utf8" },
  );
  if (result.status !== 0) throw new Error(`cannot format ${path}: ${result.stderr}`);
  return result.stdout;
}
