/** GitHub Actions workflows. https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
import { type CommandUse, isOpaque, usesOf, usesOfAction } from "./commands.ts";
import { enumerate, ReadingBuilder, type ReleaseContext, type ReleaseReader } from "./reading.ts";
import { readYaml, textsOf, type YamlDocument } from "./yaml.ts";

interface Job {
  readonly name: string;
  readonly line: number;
  readonly uses: readonly CommandUse[];
  readonly needs: readonly string[];
  readonly environment: string | undefined;
  /** A workflow of this repository that it calls. */
  readonly calls: string | undefined;
  /** It runs something that is not read. */
  readonly opaque: boolean;
}

export const readGithubWorkflow: ReleaseReader = (file, context) => {
  const found = new ReadingBuilder("GitHub Actions", file.path);
  const [workflow] = readYaml(file.text);
  if (!workflow || workflow.keys("jobs").length === 0) return found;
  const name = workflow.text("name") ?? file.path.split("/").at(-1) ?? file.path;
  const triggers = triggersOf(workflow);
  const jobs = workflow.keys("jobs").map((job) => readJob(workflow, job, context));
  found.signs.push("pipeline");
  if (jobs.some((job) => job.opaque)) found.signs.push("opaque");
  // Workflows that label, greet and clean up take no part in a release.
  if (jobs.every((job) => job.uses.length === 0 && job.calls === undefined)) return found;
  const called = jobs.flatMap((job) => job.calls?.split("/").at(-1) ?? []);
  if (called.length > 0) found.fact("checks", 1, `Workflow ${name} calls ${enumerate(called)} ${triggers.words}`);
  const isForShow = /preview|pre-?release|storybook|docs?\b|website/i.test(`${name} ${file.path}`);

  for (const job of jobs) {
    checksOf(job, triggers, found);
    if (!isForShow) deploymentOf(job, jobs, triggers, found);
    const isTest = has(job, "tests") || /test|e2e|lint|check/i.test(job.name) || triggers.onlyPullRequests === "yes";
    for (const use of job.uses) {
      if (use.sign === "image")
        found.fact("build", job.line, `Job ${job.name} builds ${use.name} ${triggers.words}`, "image", "build");
      if (isTest) continue;
      if (use.sign === "migration") found.fact("migration", job.line, `Job ${job.name} runs ${use.name}`, "migration");
      if (use.sign === "rollback") found.fact("rollback", job.line, `Job ${job.name} can roll back`, "rollback");
      if (use.sign === "health") found.fact("health", job.line, `Job ${job.name} waits for ${use.name}`, "health");
    }
    steps(workflow, job.name, found);
  }
  const inputs = workflow.keys("on", "workflow_dispatch", "inputs");
  const version = inputs.find((input) => /version|tag|ref|sha|image|commit/i.test(input));
  if (version && jobs.some((job) => has(job, "deploy"))) {
    const line = workflow.line("on", "workflow_dispatch");
    found.fact("rollback", line, `By hand, ${name} deploys any ${version}: an earlier one rolls back`, "rollback");
  }
  return found;
};

interface Triggers {
  readonly words: string;
  readonly onPullRequest: "yes" | "no";
  readonly onlyPullRequests: "yes" | "no";
  /** Who starts it, where it never starts by itself. */
  readonly by: "itself" | "a person" | "another workflow";
}

function triggersOf(workflow: YamlDocument): Triggers {
  const on = workflow.get("on");
  const names = typeof on === "string" || Array.isArray(on) ? textsOf(on) : workflow.keys("on");
  const words = names.map((name) => {
    const branches = textsOf(workflow.get("on", name, "branches"));
    const tags = textsOf(workflow.get("on", name, "tags"));
    switch (name) {
      case "push":
        if (tags.length > 0) return `on tags ${enumerate(tags)}`;
        return branches.length > 0 ? `on every push to ${enumerate(branches)}` : "on every push";
      case "pull_request":
      case "pull_request_target":
      case "merge_group":
        return name === "merge_group" ? "in the merge queue" : "on pull requests";
      case "schedule":
        return "on a schedule";
      case "workflow_dispatch":
        return "by hand";
      case "workflow_call":
        return "when another workflow calls it";
      case "workflow_run":
        return `after ${enumerate(textsOf(workflow.get("on", name, "workflows"))) || "another workflow"}`;
      case "release":
        return "when a release is published";
      default:
        return `on ${name}`;
    }
  });
  const only = (wanted: string) => names.length > 0 && names.every((each) => each === wanted);
  return {
    words: enumerate(words) || "at times it does not say",
    onPullRequest: names.includes("pull_request") ? "yes" : "no",
    onlyPullRequests: only("pull_request") ? "yes" : "no",
    by: only("workflow_dispatch") ? "a person" : only("workflow_call") ? "another workflow" : "itself",
  };
}

function readJob(workflow: YamlDocument, name: string, { scripts }: ReleaseContext): Job {
  const uses: CommandUse[] = [];
  const calls = workflow.text("jobs", name, "uses");
  let opaque = calls !== undefined;
  for (let step = 0; step < workflow.size("jobs", name, "steps"); step++) {
    const run = workflow.text("jobs", name, "steps", step, "run");
    const action = workflow.text("jobs", name, "steps", step, "uses");
    if (run) uses.push(...usesOf(run, scripts));
    if (action?.startsWith("./") || (run && isOpaque(run))) opaque = true;
    if (action) uses.push(...usesOfAction(action));
  }
  const environment = workflow.text("jobs", name, "environment") ?? workflow.text("jobs", name, "environment", "name");
  return {
    name,
    line: workflow.line("jobs", name),
    uses: [...new Map(uses.map((use) => [`${use.sign} ${use.name}`, use])).values()],
    needs: textsOf(workflow.get("jobs", name, "needs")),
    environment,
    calls,
    opaque,
  };
}

const CHECKS: ReadonlySet<string> = new Set(["tests", "lint", "types", "scan"]);

function checksOf(job: Job, triggers: Triggers, found: ReadingBuilder): void {
  const checks = job.uses.filter((use) => CHECKS.has(use.sign));
  if (checks.length === 0) return;
  const signs = checks.map((use) => use.sign);
  const pullRequests = triggers.onPullRequest === "yes" ? (["pullRequestChecks"] as const) : [];
  const when = triggers.onPullRequest === "yes" ? "Every pull request runs" : `Job ${job.name} runs`;
  const where = triggers.onPullRequest === "yes" ? ` (job ${job.name})` : ` ${triggers.words}`;
  found.fact(
    "checks",
    job.line,
    `${when} ${enumerate(checks.map((use) => use.name))}${where}`,
    ...signs,
    ...pullRequests,
  );
}

function deploymentOf(job: Job, jobs: readonly Job[], triggers: Triggers, found: ReadingBuilder): void {
  const targets = job.uses.filter((use) => use.sign === "deploy").map((use) => use.name);
  if (targets.length === 0) return;
  const after = job.needs.length > 0 ? `, after ${enumerate(job.needs)}` : "";
  found.fact(
    "deploy",
    job.line,
    `Job ${job.name} deploys to ${enumerate(targets)} ${triggers.words}${after}`,
    "deploy",
  );
  if (job.environment !== undefined) {
    const byInput = job.environment.includes("${{");
    const environment = byInput ? "an environment that an input names" : `the environment ${job.environment}`;
    const text = `Job ${job.name} deploys through ${environment}; who must approve is set there, outside the repository`;
    found.fact("approval", job.line, text, "approval");
  } else if (triggers.by === "a person") {
    found.fact("approval", job.line, `Job ${job.name} waits for somebody to start it`, "approval");
  }
  if (triggers.by !== "itself" || triggers.words.startsWith("after ")) return;
  if (reachable(job, jobs).some((each) => has(each, "tests") || each.opaque)) return;
  found.gap("checks", job.line, `Tests before job ${job.name} deploys: it waits for no job that runs them`, "missing");
}

/** The job itself and every job it waits for. */
function reachable(job: Job, jobs: readonly Job[]): readonly Job[] {
  const seen = new Set<Job>();
  const visit = (each: Job): void => {
    if (seen.has(each)) return;
    seen.add(each);
    for (const name of each.needs) {
      const needed = jobs.find((candidate) => candidate.name === name);
      if (needed) visit(needed);
    }
  };
  visit(job);
  return [...seen];
}

function has(job: Job, sign: CommandUse["sign"]): boolean {
  return job.uses.some((use) => use.sign === sign);
}

function steps(workflow: YamlDocument, job: string, found: ReadingBuilder): void {
  for (let step = 0; step < workflow.size("jobs", job, "steps"); step++) {
    const path = ["jobs", job, "steps", step] as const;
    const action = workflow.text(...path, "uses");
    const moving = action && /^[\w.-]+\/[\w./-]+@(?:main|master|develop|latest)$/.test(action);
    if (moving) {
      found.gap(
        "build",
        workflow.line(...path, "uses"),
        `${action} follows a branch: whoever may push there runs code in this pipeline. Pin a commit`,
      );
    }
    const run = workflow.text(...path, "run");
    if (
      run &&
      workflow.get(...path, "continue-on-error") === true &&
      usesOf(run, new Map()).some((use) => use.sign === "tests")
    ) {
      found.gap("checks", workflow.line(...path), `Failing tests stop nothing: continue-on-error is set in job ${job}`);
    }
  }
}
