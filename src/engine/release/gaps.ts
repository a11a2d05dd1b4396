/** What releases need and nothing in the repository shows. */
import type { Observation, Sign } from "./reading.ts";
import type { ReleaseGap } from "./release-map.ts";

export interface GapInput {
  readonly facts: readonly Observation[];
  /** Signs without a fact. */
  readonly signs: readonly Sign[];
  readonly scripts: ReadonlyMap<string, string>;
  /** A migration that only a command applies, where the repository has one. */
  readonly migrations: string | undefined;
}

/** Gaps of the whole. None where nothing is known of a release at all: silence is no proof. */
export function findGaps({ facts, signs: others, scripts, migrations }: GapInput): readonly ReleaseGap[] {
  const signs = new Set<Sign>([...others, ...facts.flatMap((fact) => fact.signs)]);
  const gaps: ReleaseGap[] = [];
  const gap = (topic: ReleaseGap["topic"], text: string, at?: Observation) =>
    gaps.push({ topic, kind: "missing", text, ...(at ? { file: at.file, line: at.line } : {}) });
  const first = (sign: Sign) => facts.find((fact) => fact.signs.includes(sign));
  if (signs.size === 0) return gaps;
  const aCheck = first("pipeline") ?? facts.find((fact) => fact.topic === "checks");
  const releases = signs.has("deploy") || signs.has("platform") || signs.has("image");

  if (!signs.has("pipeline")) {
    gap("checks", "A pipeline. Nothing checks a change before it is used");
  } else {
    if (!signs.has("tests") && !signs.has("opaque")) {
      gap(
        "checks",
        scripts.has("test")
          ? "A job that runs the tests: package.json has them, no pipeline does"
          : "Tests that a pipeline runs",
        aCheck,
      );
    } else if (!signs.has("pullRequestChecks") && !signs.has("opaque")) {
      gap("checks", "Checks on pull requests: what fails is noticed after it is merged", first("tests"));
    }
    if (!signs.has("scan") && !signs.has("opaque"))
      gap("checks", "A scan of dependencies or code for known holes", aCheck);
    if (!signs.has("owners")) gap("owners", "CODEOWNERS: nobody in particular has to look at a change");
    else if (!signs.has("workflowOwners"))
      gap("owners", "An owner of the pipeline itself: who may change it may release", first("owners"));
  }
  if (!releases) return gaps;
  if (!signs.has("deploy") && !signs.has("platform"))
    gap("deploy", "How the image gets to where it runs", first("image"));
  if (!signs.has("approval") && signs.has("deploy")) {
    gap("approval", "An approval before users get a change: whatever is pushed goes live", first("deploy"));
  }
  if (!signs.has("health"))
    gap("health", "A health check that keeps a broken version from taking over", first("deploy") ?? first("image"));
  if (!signs.has("rollback"))
    gap("rollback", "A way back: how to run the earlier version again", first("deploy") ?? first("image"));
  if (migrations !== undefined && !signs.has("migration") && !signs.has("opaque")) {
    gaps.push({
      topic: "migration",
      kind: "missing",
      text: "A step that applies the migrations: somebody has to think of it",
      file: migrations,
      line: 1,
    });
  }
  return gaps;
}
