/**
 * Kubernetes manifests. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/
 * Helm charts are templates and no YAML: they are read by their lines. https://helm.sh/docs/topics/charts/
 */
import { usesOf } from "./commands.ts";
import { count, isMovingImage } from "./images.ts";
import { lineAt, ReadingBuilder, type ReleaseContext, type ReleaseReader } from "./reading.ts";
import { readYaml, type Step, textsOf, type YamlDocument } from "./yaml.ts";

const WORKLOADS: ReadonlySet<string> = new Set(["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"]);

/** Cheap test before parsing: many YAML files are something else. */
export function looksLikeKubernetes(text: string): boolean {
  return /^apiVersion:/m.test(text) && /^kind:/m.test(text);
}

export const readKubernetes: ReleaseReader = (file, context) => {
  const found = new ReadingBuilder("Kubernetes", file.path);
  if (!looksLikeKubernetes(file.text)) return found;
  for (const document of readYaml(file.text)) {
    const kind = document.text("kind") ?? "";
    if (WORKLOADS.has(kind)) readWorkload(document, kind, found, context);
  }
  return found;
};

function readWorkload(document: YamlDocument, kind: string, found: ReadingBuilder, { scripts }: ReleaseContext): void {
  const name = document.text("metadata", "name") ?? "unnamed";
  const template: readonly Step[] =
    kind === "CronJob" ? ["spec", "jobTemplate", "spec", "template", "spec"] : ["spec", "template", "spec"];
  const line = document.line("metadata", "name");
  const serves = kind === "Deployment" || kind === "StatefulSet";
  if (serves) {
    const replicas = Number(document.text("spec", "replicas") ?? "1");
    const strategy = document.text("spec", "strategy", "type");
    const how =
      strategy === "Recreate" ? ", all replaced at once" : kind === "Deployment" ? ", replaced one after another" : "";
    found.fact("deploy", line, `Kubernetes runs ${name} with ${count(replicas, "replica")}${how}`, "platform");
    if (kind === "Deployment") {
      found.fact(
        "rollback",
        line,
        `Kubernetes keeps earlier versions of ${name}: kubectl rollout undo deployment/${name}`,
        "rollback",
      );
    }
  } else if (kind === "CronJob") {
    found.fact(
      "runtime",
      line,
      `Kubernetes runs ${name} on the schedule ${document.text("spec", "schedule") ?? "it names elsewhere"}`,
    );
  }
  for (let index = 0; index < document.size(...template, "containers"); index++) {
    const path = [...template, "containers", index];
    const container = document.text(...path, "name") ?? name;
    const image = document.text(...path, "image");
    if (image && isMovingImage(image)) {
      const text = `${container} runs ${image}: without a version nobody can tell what runs, nor go back`;
      found.gap("rollback", document.line(...path, "image"), text);
    }
    if (serves) probes(document, path, container, found);
    migrations(document, path, `${kind} ${name}`, found, scripts);
  }
  for (let index = 0; index < document.size(...template, "initContainers"); index++) {
    migrations(document, [...template, "initContainers", index], `Before every start, ${name}`, found, scripts);
  }
}

function probes(document: YamlDocument, path: readonly Step[], container: string, found: ReadingBuilder): void {
  const kinds = ["readinessProbe", "livenessProbe", "startupProbe"].filter(
    (probe) => document.get(...path, probe) !== undefined,
  );
  for (const probe of kinds) {
    const where = document.text(...path, probe, "httpGet", "path");
    const text = `Kubernetes asks ${container}${where ? ` at ${where}` : ""} ${QUESTIONS[probe]}`;
    found.fact("health", document.line(...path, probe), text, "health");
  }
  if (!kinds.includes("readinessProbe")) {
    const text = `${container} has no readiness probe: requests arrive before it can answer, and a broken version replaces the one that works`;
    found.gap("health", document.line(...path), text);
  }
}

const QUESTIONS: Readonly<Record<string, string>> = {
  readinessProbe: "whether it may get requests",
  livenessProbe: "whether it must be started anew",
  startupProbe: "whether it has started",
};

function migrations(
  document: YamlDocument,
  path: readonly Step[],
  who: string,
  found: ReadingBuilder,
  scripts: ReleaseContext["scripts"],
): void {
  const command = [...textsOf(document.get(...path, "command")), ...textsOf(document.get(...path, "args"))].join(" ");
  for (const use of usesOf(command, scripts)) {
    if (use.sign === "migration")
      found.fact("migration", document.line(...path), `${who} runs ${use.name}`, "migration");
  }
}

export const readHelmChart: ReleaseReader = (file) => {
  const found = new ReadingBuilder("Helm", file.path);
  const [chart] = readYaml(file.text);
  const name = chart?.text("name");
  if (chart && name) {
    found.fact("deploy", chart.line("name"), `Helm chart ${name} ${chart.text("version") ?? ""}`.trimEnd(), "platform");
    found.fact("rollback", chart.line("name"), `Helm keeps earlier releases of ${name}: helm rollback`, "rollback");
  }
  return found;
};

export const readHelmTemplate: ReleaseReader = (file, { scripts }) => {
  const found = new ReadingBuilder("Helm", file.path);
  const { text } = file;
  const probe = /^\s*(readinessProbe|livenessProbe|startupProbe):/m.exec(text);
  if (probe) {
    found.fact(
      "health",
      lineAt(text, probe.index + (probe[0].length - probe[0].trimStart().length)),
      `The chart asks for health: ${probe[1]}`,
      "health",
    );
  } else if (/^kind:\s*Deployment/m.test(text) && !/\binclude\b[^\n]*(?:probe|container)/i.test(text)) {
    found.gap("health", 1, "The chart's deployment has no probe: requests arrive before it can answer");
  }
  const hook = /helm\.sh\/hook['"]?\s*:\s*['"]?((?:pre|post)-(?:install|upgrade)[\w,-]*)/.exec(text);
  if (!hook) return found;
  for (const use of usesOf(text.replace(/["'[\],]/g, " "), scripts)) {
    if (use.sign === "migration")
      found.fact("migration", lineAt(text, hook.index), `Helm runs ${use.name} at ${hook[1]}`, "migration");
  }
  return found;
};
