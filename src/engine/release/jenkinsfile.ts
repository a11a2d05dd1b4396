/** Declarative and scripted Jenkinsfiles, read by their steps. https://www.jenkins.io/doc/book/pipeline/syntax/ */
import { usesOf } from "./commands.ts";
import { enumerate, lineAt, ReadingBuilder, type ReleaseReader } from "./reading.ts";

export const readJenkinsfile: ReleaseReader = (file, { scripts }) => {
  const found = new ReadingBuilder("Jenkins", file.path);
  // Comments keep their length, so that places stay true.
  const text = file.text.replace(/\/\*[\s\S]*?\*\/|(?<![:"'])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, " "));
  const stages = [...text.matchAll(/\bstage\s*\(\s*(["'])(.*?)\1\s*\)/g)];
  if (stages.length === 0) return found;
  found.fact("checks", 1, `Jenkins runs the stages ${enumerate(stages.map((stage) => stage[2] ?? ""))}`, "pipeline");
  for (const [index, stage] of stages.entries()) {
    const start = stage.index;
    const body = text.slice(start, stages[index + 1]?.index ?? text.length);
    const name = stage[2] ?? "";
    const line = lineAt(text, start);
    const shell = [...body.matchAll(/\b(?:sh|bat|pwsh)\b[^"']*("""|'''|"|')([\s\S]*?)\1/g)].map(
      (match) => match[2] ?? "",
    );
    const uses = usesOf(shell.join("\n"), scripts);
    const checks = uses.filter((use) => ["tests", "lint", "types", "scan"].includes(use.sign));
    if (checks.length > 0) {
      found.fact(
        "checks",
        line,
        `Stage ${name} runs ${enumerate(checks.map((use) => use.name))}`,
        ...checks.map((use) => use.sign),
      );
    }
    if (uses.some((use) => use.sign === "image"))
      found.fact("build", line, `Stage ${name} builds a container image`, "image", "build");
    for (const use of uses) {
      if (use.sign === "deploy") found.fact("deploy", line, `Stage ${name} deploys to ${use.name}`, "deploy");
      if (use.sign === "migration") found.fact("migration", line, `Stage ${name} runs ${use.name}`, "migration");
      if (use.sign === "rollback") found.fact("rollback", line, `Stage ${name} can roll back`, "rollback");
      if (use.sign === "health") found.fact("health", line, `Stage ${name} waits for ${use.name}`, "health");
    }
    const input = /\binput\s*(?:\{|\(|["'])/.exec(body);
    if (input) {
      const submitter = /submitter\s*:?\s*(["'])(.*?)\1/.exec(body)?.[2];
      const text_ = `Stage ${name} waits for ${submitter ? `the approval of ${submitter}` : "somebody to approve"}`;
      found.fact("approval", lineAt(text, start + input.index), text_, "approval");
    }
  }
  return found;
};
