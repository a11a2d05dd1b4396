/** Programs in WebAssembly's text form as bytes that a source can import: engine and bundles read no files. */
import { readFileSync } from "node:fs";
import loadWabt from "wabt";
import { format } from "../lib/format.ts";
import { fromRoot } from "../lib/project.ts";

const SOURCE = "src/engine/secrets/words/scan-words.wat";

export async function webAssembly(): Promise<readonly (readonly [path: string, text: string])[]> {
  const wabt = await loadWabt();
  const features = { simd: true };
  const module = wabt.parseWat(SOURCE, readFileSync(fromRoot(SOURCE), "utf8"), features);
  try {
    module.resolveNames();
    module.validate();
    const { buffer } = module.toBinary({});
    const path = SOURCE.replace(/\.wat$/, ".generated.ts");
    const text = `/** \`scan-words.wat\` in hexadecimal digits. Written by \`npm run generate\`. */
export const SCAN_WORDS = "${Buffer.from(buffer).toString("hex")}";
`;
    return [[path, format(path, text)]];
  } finally {
    module.destroy();
  }
}
