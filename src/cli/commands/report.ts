/** `hardpath report`: how ready the service is for production, dimension by dimension. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assessReadiness } from "../../engine/index.ts";
import { oneOf, readArguments } from "../arguments.ts";
import { EXIT } from "../exit.ts";
import { type FormatReport, reportJson, reportMarkdown, reportText } from "../formats/report-formats.ts";
import { mapFindings } from "../map-findings.ts";
import { openFolder } from "../open.ts";
import { resultFindings, resultMap } from "../results.ts";
import type { Terminal } from "../terminal.ts";

const FORMATS = {
  text: reportText,
  markdown: reportMarkdown,
  json: reportJson,
} satisfies Readonly<Record<string, FormatReport>>;

/** Runs `hardpath report` with the arguments after its name. */
export async function report(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readArguments(args, { format: { type: "string", short: "f" }, "no-cache": { type: "boolean" } });
  const format = oneOf(options.text("format"), Object.keys(FORMATS) as (keyof typeof FORMATS)[], "--format", "text");
  const opened = openFolder(options.positionals, terminal, options.flag("no-cache") ? { cache: "none" } : {});
  const readiness = assessReadiness({
    map: resultMap(opened),
    findings: mapFindings(resultFindings(opened)),
    files: [...opened.files.keys(), ...opened.named],
    read: (file) =>
      opened.files.get(file)?.text() ?? (opened.named.has(file) ? readNamed(opened.root, file) : undefined),
  });
  terminal.progress("");
  terminal.out(FORMATS[format](readiness, { root: opened.root, terminal }));
  opened.save();
  return EXIT.clean;
}

function readNamed(root: string, file: string): string | undefined {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return undefined;
  }
}
