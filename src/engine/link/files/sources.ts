/** The files of the workspace as the linker sees them: which exist, their texts, their facts on demand. */
import type { FileFacts } from "../../facts/file-facts.ts";

export interface Sources {
  has(path: string): boolean;
  /** Facts of a code file; undefined where it does not exist, is no code or cannot be read. Extracted when first asked. */
  facts(path: string): FileFacts | undefined;
  text(path: string): string | undefined;
  paths(): Iterable<string>;
}

const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** TypeScript or JavaScript that runs; declaration files do not. */
export function isCode(path: string): boolean {
  return CODE.test(path) && !/\.d\.[cm]?ts$/.test(path);
}
