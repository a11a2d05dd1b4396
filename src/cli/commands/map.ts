/** `hardpath map`: entry points, what guards them and what they reach. */
import { basename } from "node:path";
import { MAP_FORMATS, renderServiceMap } from "../../engine/index.ts";
import { oneOf, readArguments } from "../arguments.ts";
import { EXIT } from "../exit.ts";
import { mapFindings } from "../map-findings.ts";
import { openFolder } from "../open.ts";
import { resultFindings, resultMap } from "../results.ts";
import type { Terminal } from "../terminal.ts";

/** Runs `hardpath map` with the arguments after its name. */
export async function map(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readArguments(args, { format: { type: "string", short: "f" }, "no-cache": { type: "boolean" } });
  const format = oneOf(options.text("format"), MAP_FORMATS, "--format", "json");
  const opened = openFolder(options.positionals, terminal, options.flag("no-cache") ? { cache: "none" } : {});
  const serviceMap = resultMap(opened);
  const text =
    format === "json"
      ? renderServiceMap(serviceMap, format)
      : // A drawing is passed on: it names the folder, not the whole path to it.
        renderServiceMap({ ...serviceMap, root: basename(opened.root) }, format, {
          findings: mapFindings(resultFindings(opened)),
        });
  terminal.progress("");
  terminal.out(text);
  opened.save();
  return EXIT.clean;
}
