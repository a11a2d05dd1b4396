/** GitLab CI. https://docs.gitlab.com/ci/yaml/ */
import { usesOf } from "./commands.ts";
import { enumerate, ReadingBuilder, type ReleaseReader } from "./reading.ts";
import { readYaml, textsOf, type YamlDocument } from "./yaml.ts";

/** Top-level keys that are no jobs. */
const KEYWORDS: ReadonlySet<string> = new Set([
  "stages",
  "variables",
  "default",
  "include",
  "workflow",
  "image",
  "services",
  "cache",
  "before_script",
  "after_script",
  "pages",
  "spec",
]);

export const readGitlabCi: ReleaseReader = (file, { scripts }) => {
  const found = new ReadingBuilder("GitLab CI", file.path);
  const pipeline = readYaml(file.text).at(-1);
  if (!pipeline) return found;
  const stages = textsOf(pipeline.get("stages"));
  found.fact(
    "checks",
    1,
    `GitLab runs the stages ${enumerate(stages.length > 0 ? stages : ["build", "test", "deploy"])}`,
    "pipeline",
  );
  for (const job of pipeline.keys()) {
    if (KEYWORDS.has(job) || job.startsWith(".")) continue;
    const script = ["before_script", "script", "after_script"]
      .flatMap((part) => textsOf(pipeline.get(job, part)))
      .join("\n");
    const uses = usesOf(script, scripts);
    const line = pipeline.line(job);
    const names = (signs: readonly string[]) => uses.filter((use) => signs.includes(use.sign)).map((use) => use.name);
    const checks = uses.filter((use) => ["tests", "lint", "types", "scan"].includes(use.sign));
    if (checks.length > 0) {
      const onMerge = /merge_request/.test(
        JSON.stringify([pipeline.get(job, "rules"), pipeline.get(job, "only"), pipeline.get("workflow")]),
      );
      found.fact(
        "checks",
        line,
        `Job ${job} runs ${enumerate(checks.map((use) => use.name))}${onMerge ? " on merge requests" : ""}`,
        ...checks.map((use) => use.sign),
        ...(onMerge ? (["pullRequestChecks"] as const) : []),
      );
      if (pipeline.get(job, "allow_failure") === true && checks.some((use) => use.sign === "tests")) {
        found.gap("checks", line, `Failing tests stop nothing: allow_failure is set in job ${job}`);
      }
    }
    if (names(["image"]).length > 0) found.fact("build", line, `Job ${job} builds a container image`, "image", "build");
    if (names(["migration"]).length > 0)
      found.fact("migration", line, `Job ${job} runs ${enumerate(names(["migration"]))}`, "migration");
    if (names(["rollback"]).length > 0) found.fact("rollback", line, `Job ${job} can roll back`, "rollback");
    if (names(["health"]).length > 0) found.fact("health", line, `Job ${job} waits for a health check`, "health");
    const environment = pipeline.text(job, "environment") ?? pipeline.text(job, "environment", "name");
    const deploys = names(["deploy"]);
    if (deploys.length === 0 && environment === undefined) continue;
    const to = deploys.length > 0 ? enumerate(deploys) : `the environment ${environment}`;
    found.fact("deploy", line, `Job ${job} deploys to ${to}`, "deploy");
    if (isManual(pipeline, job)) found.fact("approval", line, `Job ${job} waits for somebody to start it`, "approval");
    else if (environment !== undefined) {
      const text = `Job ${job} deploys through the environment ${environment}; whether it is protected is set outside the repository`;
      found.fact("approval", line, text, "approval");
    }
  }
  return found;
};

function isManual(pipeline: YamlDocument, job: string): boolean {
  if (pipeline.text(job, "when") === "manual") return true;
  for (let rule = 0; rule < pipeline.size(job, "rules"); rule++) {
    if (pipeline.text(job, "rules", rule, "when") === "manual") return true;
  }
  return false;
}
