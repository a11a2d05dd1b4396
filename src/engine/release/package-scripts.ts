/** Scripts of package.json that take part in a release. https://docs.npmjs.com/cli/configuring-npm/package-json */
import { usesOf } from "./commands.ts";
import { ReadingBuilder, type ReleaseReader } from "./reading.ts";
import { readYaml } from "./yaml.ts";

/** What npm writes into a new package.json. */
const NO_TEST = /no test specified/;

/** Scripts by name, for readers that meet `npm run …`. Names of several packages: the first that says something wins. */
export function scriptsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>();
  for (const text of texts) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      continue;
    }
    const own = (parsed as { scripts?: unknown } | null)?.scripts;
    if (typeof own !== "object" || own === null) continue;
    for (const [name, script] of Object.entries(own)) {
      if (typeof script === "string" && !scripts.has(name) && !NO_TEST.test(script)) scripts.set(name, script);
    }
  }
  return scripts;
}

export const readPackageScripts: ReleaseReader = (file, { scripts }) => {
  const found = new ReadingBuilder("package.json", file.path);
  // Only the package at the root releases the whole.
  if (file.path.includes("/")) return found;
  const [manifest] = readYaml(file.text);
  if (!manifest) return found;
  const start = manifest.text("scripts", "start");
  if (start) found.fact("runtime", manifest.line("scripts", "start"), `npm start runs ${start}`);
  for (const name of manifest.keys("scripts")) {
    const script = manifest.text("scripts", name) ?? "";
    const uses = usesOf(script, scripts);
    const line = manifest.line("scripts", name);
    const migration = uses.find((use) => use.sign === "migration");
    const runsAtStart = name === "start" || name === "prestart" || name === "postinstall";
    if (migration && runsAtStart) {
      found.fact(
        "migration",
        line,
        `npm ${name === "postinstall" ? "install" : "start"} runs ${migration.name}: every instance does`,
        "migration",
      );
    }
    for (const use of uses) {
      if (use.sign === "deploy" && /deploy|release|publish/.test(name)) {
        found.fact("deploy", line, `npm run ${name} deploys to ${use.name}, from whoever's machine runs it`, "deploy");
      }
    }
  }
  const node = manifest.text("engines", "node");
  if (node) found.fact("runtime", manifest.line("engines", "node"), `It needs Node ${node}`);
  return found;
};
