/**
 * How fast Hardpath is, as ratios of one run on one machine: absolute times do not travel.
 *
 *   npm run bench                       on a made-up workspace of 5,000 files
 *   npm run bench -- --files 1000       on a smaller one
 *   npm run bench -- FOLDER             the scan on a folder of your own
 *
 * Prints a Markdown table with the gate (a release must not be above it) and the aim. Exit code 1 above a gate.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { EDITED_FILE, writeCorpus } from "./bench/corpus.ts";
import { measure, median, quantile } from "./bench/measure.ts";
import { measureTyping } from "./bench/tsserver.ts";
import { VSIX } from "./lib/package-vsix.ts";
import { fromRoot } from "./lib/project.ts";

interface Row {
  readonly what: string;
  readonly value: number;
  readonly gate: number;
  readonly aim: number;
  readonly unit: string;
}

const SMALL = 300;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: "string", default: "5000" }, rounds: { type: "string", default: "3" } },
});
const rounds = Number(values.rounds);
const temporary = mkdtempSync(join(tmpdir(), "hardpath-bench-"));
const built = join(temporary, "dist");
const rows: Row[] = [];
const remarks: string[] = [];

try {
  progress("build");
  script("scripts/build.ts", "--minify", `--out=${built}`);
  const small = join(temporary, "small");
  const large = join(temporary, "large");
  writeCorpus(small, SMALL);
  writeCorpus(large, Number(values.files));
  await part("scan", () => scan(positionals[0] ? resolve(positionals[0]) : large));
  await part("secrets", () => secrets(positionals[0] ? resolve(positionals[0]) : large));
  await part("edits", () => edits(small, large));
  await part("typing", typing);
  await part("loading", loading);
  await part("package", packageSize);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
print();

/** Cold and warm scans against the parse, in turn, so that a drift of the machine falls on both. */
function scan(folder: string): void {
  const baseline: Ratios = { cold: [], warm: [], peak: [] };
  let files = 0;
  for (const command of ["check", "map"]) {
    const ratios: Ratios = { cold: [], warm: [], peak: [] };
    for (let round = 0; round < rounds; round++) {
      const cache = join(temporary, `cache-${command}-${round}`);
      const parse = measure([fromRoot("scripts/bench/parse-baseline.ts"), folder, join(built, "typescript.cjs")]);
      const run = () => {
        const args = [join(built, "cli.cjs"), command, folder, "--format", "json"];
        const usage = measure(args, { HARDPATH_CACHE_DIR: cache }, [0, 1]);
        // A crash ends with 1 too, and is very quick.
        if (JSON.parse(usage.output || "{}").version !== 1) throw new Error(`${command} gave no result`);
        return usage;
      };
      const cold = run();
      const warm = run();
      files = JSON.parse(parse.output).files;
      ratios.cold.push(cold.cpu / parse.cpu);
      ratios.warm.push(warm.cpu / parse.cpu);
      ratios.peak.push(cold.peak / parse.peak);
    }
    rows.push({ what: `cold ${command} / parse, CPU`, value: median(ratios.cold), gate: 0.9, aim: 0.6, unit: "×" });
    rows.push({ what: `warm ${command} / parse, CPU`, value: median(ratios.warm), gate: 0.15, aim: 0.1, unit: "×" });
    baseline.peak.push(...ratios.peak);
  }
  rows.push({ what: "peak memory / parse's", value: Math.max(...baseline.peak), gate: 1.5, aim: 1.2, unit: "×" });
  remarks.push(
    `Scan: ${files} files, ${positionals[0] ? "a folder of your own" : "made up"}, medians of ${rounds} rounds.`,
  );
}

/** The search for secrets against listing and reading the same files, in one process and as a command of its own. */
function secrets(folder: string): void {
  const script = fromRoot("scripts/bench/secrets.ts");
  const first: number[] = [];
  const hot: number[] = [];
  const command: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { read, search } = JSON.parse(measure([script, folder, join(built, "engine.cjs")]).output) as {
      readonly read: readonly number[];
      readonly search: readonly number[];
    };
    const ratios = read.map((spent, index) => (spent + (search[index] as number)) / spent);
    first.push(ratios[0] as number);
    hot.push(median(ratios.slice(2)));
    const check = [join(built, "cli.cjs"), "check", folder, "--rule", "secrets", "--no-cache"];
    command.push(measure(check, {}, [0, 1]).cpu / measure([script, folder]).cpu);
  }
  const row = (what: string, value: number) => rows.push({ what, value, gate: 2, aim: 1.5, unit: "×" });
  row("secrets / listing and reading, first in a process", median(first));
  row("the same, once the code is hot", median(hot));
  row("check --rule secrets / listing and reading, whole commands", median(command));
}

interface Ratios {
  readonly cold: number[];
  readonly warm: number[];
  readonly peak: number[];
}

function edits(small: string, large: string): void {
  const times = [small, large].map((folder): readonly number[] => {
    const { times, entryPoints } = JSON.parse(
      measure([fromRoot("scripts/bench/edits.ts"), folder, EDITED_FILE]).output,
    );
    if (entryPoints === 0) throw new Error("the engine found nothing to work on");
    return times;
  });
  const [few = [], many = []] = times;
  rows.push({ what: "one edit to findings and map, p50", value: median(many), gate: 50, aim: 15, unit: " ms" });
  rows.push({ what: "one edit to findings and map, p95", value: quantile(many, 0.95), gate: 50, aim: 15, unit: " ms" });
  rows.push({
    what: `growth of an edit, ${SMALL} → ${values.files} files`,
    value: median(many) / median(few),
    gate: 1.5,
    aim: 1.2,
    unit: "×",
  });
}

/** In the sample service, whose packages are installed: tsserver has real types to work on. */
async function typing(): Promise<void> {
  const project = fromRoot("test/apps/shopfront");
  const { answer, own, later } = await measureTyping(project, "src/routes/checkout.ts", join(built, "plugin.cjs"));
  rows.push({
    what: "plugin's own time / tsserver's, per keystroke",
    value: (100 * own) / answer,
    gate: 2,
    aim: 0.5,
    unit: " %",
  });
  remarks.push(
    `Typing: tsserver answers in ${answer.toFixed(1)} ms (median), the plugin takes ${own.toFixed(2)} ms of it; when typing stops it works ${later.toFixed(1)} ms more, while nobody waits.`,
  );
}

function loading(): void {
  const runs = (name: string, bundle: string): readonly Record<string, number>[] =>
    Array.from({ length: rounds + 2 }, () =>
      JSON.parse(measure([fromRoot(`scripts/bench/${name}.ts`), join(built, bundle)]).output),
    );
  const extension = runs("extension-load", "extension.cjs").map(({ load = 0, activate = 0 }) => load + activate);
  rows.push({ what: "extension: load and activate", value: median(extension), gate: 40, aim: 20, unit: " ms" });
  const plugin = runs("plugin-load", "plugin.cjs").map(({ load = 0 }) => load);
  rows.push({ what: "plugin: load", value: median(plugin), gate: 50, aim: 25, unit: " ms" });
}

function packageSize(): void {
  script("scripts/package.ts");
  rows.push({ what: "`.vsix`", value: statSync(VSIX).size / 1024 / 1024, gate: 2, aim: 1, unit: " MB" });
}

/** A part that fails says so in the result; the others are still worth having. */
async function part(name: string, run: () => void | Promise<void>): Promise<void> {
  progress(name);
  try {
    await run();
  } catch (error) {
    process.exitCode = 1;
    remarks.push(`**Not measured: ${name}.** ${error instanceof Error ? error.message : error}`);
  }
}

function print(): void {
  const shown = (value: number, unit: string) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)}${unit}`;
  console.log("| | measured | gate | aim | |\n| --- | ---: | ---: | ---: | --- |");
  for (const { what, value, gate, aim, unit } of rows) {
    const verdict = value <= aim ? "at its aim" : value <= gate ? "" : "**above the gate**";
    if (!(value <= gate)) process.exitCode = 1;
    console.log(`| ${what} | ${shown(value, unit)} | ${gate}${unit} | ${aim}${unit} | ${verdict} |`);
  }
  console.log(`\nNode ${process.versions.node}, ${availableParallelism()} processors.`);
  for (const remark of remarks) console.log(remark);
}

function script(path: string, ...args: readonly string[]): void {
  const result = spawnSync(process.execPath, [fromRoot(path), ...args], { encoding: "utf8", cwd: fromRoot(".") });
  if (result.status !== 0) throw new Error(result.stderr.slice(-800));
}

function progress(text: string): void {
  console.error(`${text} …`);
}
