/** Dockerfiles. https://docs.docker.com/reference/dockerfile/ */
import { usesOf } from "./commands.ts";
import { lineAt, ReadingBuilder, type ReleaseReader } from "./reading.ts";

interface Instruction {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

export const readDockerfile: ReleaseReader = (file, { scripts }) => {
  const found = new ReadingBuilder("Dockerfile", file.path);
  const instructions = instructionsOf(file.text);
  const froms = instructions.filter(({ name }) => name === "FROM");
  const last = froms.at(-1);
  if (!last) return found;
  // Only the last stage is what runs.
  const final = instructions.slice(instructions.indexOf(last));
  const stages = new Set(froms.flatMap(({ value }) => /\bas\s+(\S+)/i.exec(value)?.[1] ?? []));
  const base = baseOf(last, froms);
  found.fact(
    "build",
    last.line,
    `The image is built on ${base.replace(/@sha256:.*/, ", pinned by its digest,")}${froms.length > 1 ? ` in ${froms.length} stages` : ""}`,
    "image",
    "build",
  );
  for (const from of froms) {
    const { line } = from;
    const image = imageOf(from);
    if (image === "scratch" || stages.has(image) || image.includes("$") || image.includes("@sha256:")) continue;
    if (!/:[^/]+$/.test(image) || image.endsWith(":latest")) {
      found.gap(
        "build",
        line,
        `${image} has no version: tomorrow's build may be another image. Name a version, better a digest`,
      );
    }
  }
  const install = instructions.find(
    ({ name, value }) =>
      name === "RUN" && /\bnpm (?:i|install)(?!\s+(?:-g|--global))(?:\s+--?[\w=-]+)*\s*(?:&&|;|$)/.test(value),
  );
  if (install)
    found.gap(
      "build",
      install.line,
      "npm install may choose other versions at every build: npm ci keeps to the lock file",
    );

  const start = final.findLast(({ name }) => name === "CMD" || name === "ENTRYPOINT");
  if (start) {
    const command = start.value.replace(/^\[\s*"|"\s*\]$/g, "").replace(/",\s*"/g, " ");
    found.fact("runtime", start.line, `The container starts ${command}`);
    for (const use of usesOf(command, scripts)) {
      if (use.sign !== "migration") continue;
      found.fact(
        "migration",
        start.line,
        `Every container runs ${use.name} when it starts: with several replicas, all at once`,
        "migration",
      );
    }
  }
  const user = final.findLast(({ name }) => name === "USER");
  if (user && !/^(?:root|0)(?::|$)/.test(user.value)) found.fact("runtime", user.line, `It runs as ${user.value}`);
  else if (!/distroless.*nonroot|chainguard/.test(base)) {
    found.gap(
      "runtime",
      start?.line ?? last.line,
      "The container runs as root: add a USER, so that a break-in stays small",
    );
  }
  const health = final.findLast(({ name }) => name === "HEALTHCHECK");
  if (health && !/^none$/i.test(health.value))
    found.fact("health", health.line, `Docker asks for its health: ${healthCommand(health.value)}`, "health");
  return found;
};

/** A shell script by which containers start. */
export const readEntrypoint: ReleaseReader = (file, { scripts }) => {
  const found = new ReadingBuilder("entrypoint", file.path);
  for (const use of usesOf(file.text, scripts)) {
    if (use.sign !== "migration") continue;
    const word = /migrat|db push/.exec(file.text.replace(/(^|\s)#[^\n]*/g, (comment) => " ".repeat(comment.length)));
    const line = word ? lineAt(file.text, word.index) : 1;
    found.fact(
      "migration",
      line,
      `Every container runs ${use.name} when it starts: with several replicas, all at once`,
      "migration",
    );
  }
  return found;
};

/** Instructions with their continuation lines; comments left out. */
function instructionsOf(text: string): readonly Instruction[] {
  const result: Instruction[] = [];
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index] ?? "";
    const match = /^\s*([A-Za-z]+)\s+(.*)$/.exec(first);
    if (!match || first.trimStart().startsWith("#")) continue;
    const line = index + 1;
    let value = match[2] ?? "";
    while (value.trimEnd().endsWith("\\") && index + 1 < lines.length) {
      index++;
      const next = lines[index] ?? "";
      value = value.trimEnd().slice(0, -1) + (next.trimStart().startsWith("#") ? "\\" : ` ${next.trim()}`);
    }
    result.push({ name: (match[1] ?? "").toUpperCase(), value: value.trim().replace(/\s+/g, " "), line });
  }
  return result;
}

function healthCommand(value: string): string {
  return value
    .replace(/^(?:--[\w-]+=\S+\s*)+/, "")
    .replace(/^CMD\s+/, "")
    .replace(/^\[\s*"|"\s*\]$/g, "")
    .replace(/",\s*"/g, " ");
}

/** The image that the last stage comes from, through stages that build on each other. */
function baseOf(last: Instruction, froms: readonly Instruction[]): string {
  let image = imageOf(last);
  for (let steps = froms.length; steps > 0; steps--) {
    const stage = froms.find(({ value }) => /\bas\s+(\S+)/i.exec(value)?.[1] === image);
    if (!stage) break;
    image = imageOf(stage);
  }
  return image;
}

function imageOf({ value }: Instruction): string {
  return value.replace(/^--platform=\S+\s+/, "").split(/\s/)[0] ?? "";
}
