/** Texts stand on the disk: each is read once, and again only where it may hold what is looked for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Linker } from "../../../src/engine/link/evaluate/linker.ts";
import { filesContaining, forgetSignatures, noSignatures } from "../../../src/engine/link/files/files-containing.ts";

test("many names are looked for in many files", () => {
  const texts = new Map(
    Array.from({ length: 200 }, (_, index) => [`src/${index}.ts`, `export function handle${index}() { return go; }`]),
  );
  let read = 0;
  const sources = {
    paths: () => texts.keys(),
    text: (path: string) => {
      read++;
      return texts.get(path);
    },
  };
  const containing = noSignatures();
  const linker = { sources, containing } as unknown as Linker;
  for (let index = 100; index < 200; index++)
    assert.deepEqual(filesContaining(linker, `handle${index}(`), [`src/${index}.ts`]);
  assert.equal(filesContaining(linker, "go").length, 200);
  assert.deepEqual(filesContaining(linker, "nowhere"), []);
  assert.ok(read < 600, `${read} texts were read`);
  texts.set("src/7.ts", "nowhere else");
  forgetSignatures(containing);
  assert.deepEqual(filesContaining(linker, "nowhere"), ["src/7.ts"]);
});
