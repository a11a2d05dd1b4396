/** The workspace's own code files that contain a text, such as a function's name. Tests are left out. */
import type { Linker } from "../evaluate/linker.ts";
import { isCode } from "./sources.ts";
import { isTest } from "./test-files.ts";

/** Every text is looked through once for each wanted one while a model is built. */
export function filesContaining({ sources, containing }: Linker, wanted: string): readonly string[] {
  const known = containing.get(wanted);
  if (known) return known;
  const found = [...sources.paths()].filter(
    (path) => isCode(path) && !isTest(path) && sources.text(path)?.includes(wanted) === true,
  );
  containing.set(wanted, found);
  return found;
}
