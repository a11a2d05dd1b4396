/** `hardpath map`: entry points, what guards them and what they reach; or what changed of that since a commit. */
import { basename } from "node:path";
import { diffMaps, MAP_FORMATS, renderDiff, renderServiceMap, type ServiceMap } from "../../engine/index.ts";
import { EarlierMapError, earlierMap } from "../../node/earlier-map.ts";
import { oneOf, readArguments } from "../arguments.ts";
import { EXIT } from "../exit.ts";
import { mapFindings } from "../map-findings.ts";
import { openFolder } from "../open.ts";
import { releaseOf } from "../release-files.ts";
import { resultFindings, resultMap } from "../results.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** Runs `hardpath map` with the arguments after its name. */
export async function map(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readArguments(args, {
    format: { type: "string", short: "f" },
    diff: { type: "string" },
    "no-cache": { type: "boolean" },
  });
  const reference = options.text("diff");
  const format =
    reference === undefined
      ? oneOf(options.text("format"), MAP_FORMATS, "--format", "json")
      : oneOf(options.text("format"), ["markdown", "json"] as const, "--format with --diff", "markdown");
  const opened = openFolder(options.positionals, terminal, options.flag("no-cache") ? { cache: "none" } : {});
  const serviceMap = resultMap(opened);
  const text = (): string => {
    if (reference !== undefined) {
      const difference = diffMaps(mapAt(opened.root, reference), serviceMap);
      return format === "json" ? `${JSON.stringify(difference, undefined, 2)}\n` : renderDiff(difference);
    }
    if (format === "json") return renderServiceMap(serviceMap, format);
    // A drawing is passed on: it names the folder, not the whole path to it.
    return renderServiceMap({ ...serviceMap, root: basename(opened.root) }, format, {
      findings: mapFindings(resultFindings(opened)),
      release: releaseOf(opened),
    });
  };
  const result = text();
  terminal.progress("");
  terminal.out(result);
  opened.save();
  return EXIT.clean;
}

function mapAt(root: string, reference: string): ServiceMap {
  try {
    return earlierMap(root, reference);
  } catch (error) {
    throw error instanceof EarlierMapError ? new UsageError(error.message) : error;
  }
}
