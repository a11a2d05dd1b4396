/** `hardpath check`: findings, in a format, with an exit code. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  BASELINE_FILE,
  type BaselineFinding,
  baselineOf,
  matchBaseline,
  nearestName,
  RULES,
  readBaseline,
  writeBaseline,
} from "../../engine/index.ts";
import type { OpenedWorkspace } from "../../node/open-workspace.ts";
import { type Arguments, oneOf, readArguments, wholeNumber } from "../arguments.ts";
import { type CheckReport, severityCounts } from "../check-report.ts";
import { EXIT } from "../exit.ts";
import { fixAll } from "../fix-all.ts";
import { checkGithub } from "../formats/check-github.ts";
import { checkJson } from "../formats/check-json.ts";
import { checkMarkdown } from "../formats/check-markdown.ts";
import { checkSarif } from "../formats/check-sarif.ts";
import { checkText } from "../formats/check-text.ts";
import type { FormatCheck } from "../formats/format-check.ts";
import { openFolder } from "../open.ts";
import { assertConfiguration, resultFindings } from "../results.ts";
import { prepareShortRun } from "../short-run.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { counted } from "../wrap-text.ts";

const FORMATS = {
  text: checkText,
  json: checkJson,
  sarif: checkSarif,
  markdown: checkMarkdown,
  github: checkGithub,
} satisfies Readonly<Record<string, FormatCheck>>;

/** Runs `hardpath check` with the arguments after its name. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const started = performance.now();
  const options = readArguments(args, {
    format: { type: "string", short: "f" },
    rule: { type: "string", multiple: true },
    baseline: { type: "string" },
    "update-baseline": { type: "boolean" },
    fix: { type: "boolean" },
    "fix-suggestions": { type: "boolean" },
    "max-warnings": { type: "string" },
    hints: { type: "boolean" },
    "no-cache": { type: "boolean" },
  });
  const format = oneOf(options.text("format"), Object.keys(FORMATS) as (keyof typeof FORMATS)[], "--format", "text");
  const maxWarnings = wholeNumber(options.text("max-warnings"), "--max-warnings") ?? 0;
  const { folders, rules } = foldersAndRules(options);

  const wanted = (ruleId: string) => rules.length === 0 || rules.some((rule) => covers(rule, ruleId));
  if (rules.length > 0 && RULES.every(({ id, visits }) => visits === "secret" || !wanted(id))) prepareShortRun();
  const opened = openFolder(folders, terminal, {
    ...(options.flag("no-cache") ? { cache: "none" } : {}),
    ...(rules.length === 0 ? {} : { rules: wanted }),
  });
  const baseline = baselineFile(opened, options, terminal);

  if (options.flag("fix") || options.flag("fix-suggestions")) {
    assertConfiguration(opened);
    const kinds = options.flag("fix-suggestions") ? (["safe", "suggestion"] as const) : (["safe"] as const);
    const accepted = baseline.read();
    const { applied, files } = fixAll(opened, {
      kinds,
      includes: (findings) =>
        openOnes(
          findings.filter(({ ruleId }) => wanted(ruleId)),
          accepted,
        ).open,
      log: (line) => terminal.note(`hardpath: ${line}`),
    });
    terminal.note(`Applied ${counted(applied, "fix", "fixes")} in ${counted(files, "file")}.`);
  }

  const findings = resultFindings(opened, rules);
  if (options.flag("update-baseline")) {
    const entries = baselineOf(findings);
    baseline.write(writeBaseline(entries));
    terminal.note(`Wrote ${counted(entries.entries.length, "finding")} to ${baseline.shown}.`);
  }
  const { open, accepted } = openOnes(findings, baseline.read());
  terminal.progress("");
  const { statistics } = opened.workspace;
  const report: CheckReport = {
    version: 1,
    root: opened.root,
    stats: {
      files: statistics.files,
      parsed: statistics.parsed,
      ms: Math.round(performance.now() - started),
      baselined: accepted.length,
    },
    findings: open,
  };
  const text = FORMATS[format](report, {
    terminal,
    lines: lineReader(opened),
    root: opened.root,
    hints: options.flag("hints") ? "shown" : "counted",
    baselined: accepted,
  });
  terminal.out(text);
  opened.save();
  const counts = severityCounts(report);
  return counts.error > 0 || counts.warning > maxWarnings ? EXIT.findings : EXIT.clean;
}

/** `--rule a b` gives `b` as a folder: a rule's name counts as one where there is no such folder. */
function foldersAndRules(options: Arguments): {
  readonly folders: readonly string[];
  readonly rules: readonly string[];
} {
  const ids = RULES.map(({ id }) => id);
  const groups = [...new Set(ids.map((id) => id.slice(0, id.indexOf("/"))))];
  const known = [...ids, ...groups];
  const named = options.texts("rule");
  const extra =
    named.length === 0 ? [] : options.positionals.filter((each) => known.includes(each) && !existsSync(each));
  for (const rule of named) {
    if (known.includes(rule)) continue;
    const nearest = nearestName(rule, known);
    throw new UsageError(`Unknown rule "${rule}".${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`);
  }
  return { folders: options.positionals.filter((each) => !extra.includes(each)), rules: [...named, ...extra] };
}

/** True for the rule itself and for its group. */
function covers(rule: string, ruleId: string): boolean {
  return ruleId === rule || ruleId.startsWith(`${rule}/`);
}

interface BaselineAccess {
  /** As the user knows it. */
  readonly shown: string;
  /** The text of the file; undefined where there is none. */
  read(): { readonly text: string; readonly shown: string } | undefined;
  write(text: string): void;
}

/** The baseline that was named, or the one at the root where there is one. */
function baselineFile(opened: OpenedWorkspace, options: Arguments, terminal: Terminal): BaselineAccess {
  const named = options.text("baseline");
  const path = named === undefined ? join(opened.root, BASELINE_FILE) : resolve(terminal.folder, named);
  const shown = named ?? BASELINE_FILE;
  if (named !== undefined && !options.flag("update-baseline") && !existsSync(path)) {
    throw new UsageError(`There is no baseline ${named}; --update-baseline writes one.`);
  }
  return {
    shown,
    read() {
      if (!existsSync(path)) return undefined;
      try {
        return { text: readFileSync(path, "utf8"), shown };
      } catch (error) {
        throw new UsageError(`Cannot read ${shown}: ${(error as NodeJS.ErrnoException).code ?? error}`);
      }
    },
    write(text) {
      try {
        writeFileSync(path, text);
      } catch (error) {
        throw new UsageError(`Cannot write ${shown}: ${(error as NodeJS.ErrnoException).code ?? error}`);
      }
    },
  };
}

/** The findings that the baseline does not accept, and those it does. */
function openOnes<F extends BaselineFinding>(
  findings: readonly F[],
  baseline: ReturnType<BaselineAccess["read"]>,
): { readonly open: readonly F[]; readonly accepted: readonly F[] } {
  if (baseline === undefined) return { open: findings, accepted: [] };
  const entries = readBaseline(baseline.text, baseline.shown);
  if ("message" in entries) throw new UsageError(`${entries.file}: ${entries.message}`);
  const { accepted } = matchBaseline(findings, entries);
  return { open: findings.filter((finding) => !accepted.has(finding)), accepted: [...accepted] };
}

/** Lines of files, split once. */
function lineReader(opened: OpenedWorkspace): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, opened.files.get(file)?.text().split(/\r?\n/));
    return known.get(file);
  };
}
