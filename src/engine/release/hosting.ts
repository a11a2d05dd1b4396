/**
 * Files of hosting platforms. All of these platforms keep earlier deployments and can go back to one.
 * https://vercel.com/docs/project-configuration · https://docs.netlify.com/configure-builds/file-based-configuration/ ·
 * https://fly.io/docs/reference/configuration/ · https://render.com/docs/blueprint-spec ·
 * https://docs.railway.com/reference/config-as-code · https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml ·
 * https://devcenter.heroku.com/articles/procfile
 */
import { usesOf } from "./commands.ts";
import { count } from "./images.ts";
import { enumerate, ReadingBuilder, type ReleaseContext, type ReleaseReader } from "./reading.ts";
import { readToml } from "./toml.ts";
import { readYaml } from "./yaml.ts";

export const readVercel: ReleaseReader = (file, context) => {
  const found = new ReadingBuilder("Vercel", file.path);
  const [config] = readYaml(file.text);
  found.fact(
    "deploy",
    1,
    "Vercel deploys it: every pull request gets a preview, the production branch goes live",
    "deploy",
    "platform",
  );
  found.fact("rollback", 1, "Vercel keeps earlier deployments: vercel rollback", "rollback");
  if (!config) return found;
  const build = config.text("buildCommand");
  if (build) buildStep(build, config.line("buildCommand"), found, context);
  const crons = config.size("crons");
  if (crons > 0) found.fact("runtime", config.line("crons"), `Vercel calls ${count(crons, "path")} on a schedule`);
  return found;
};

export const readNetlify: ReleaseReader = (file, context) => {
  const found = new ReadingBuilder("Netlify", file.path);
  found.fact(
    "deploy",
    1,
    "Netlify deploys it: every pull request gets a preview, the production branch goes live",
    "deploy",
    "platform",
  );
  found.fact("rollback", 1, "Netlify keeps earlier deployments and publishes any of them again", "rollback");
  for (const { key, value, line } of readToml(file.text)) {
    if (key === "build.command" || key === "context.production.command") buildStep(value, line, found, context);
  }
  return found;
};

export const readFly: ReleaseReader = (file, context) => {
  const found = new ReadingBuilder("fly.io", file.path);
  const entries = readToml(file.text);
  const app = entries.find(({ key }) => key === "app");
  const strategy = entries.find(({ key }) => key === "deploy.strategy");
  found.fact(
    "runtime",
    app?.line ?? 1,
    `fly.io runs ${app?.value ?? "it"}${strategy ? `, replaced by ${strategy.value}` : ""}`,
    "platform",
  );
  found.fact(
    "rollback",
    app?.line ?? 1,
    "fly.io keeps earlier images: fly deploy --image with one of fly releases",
    "rollback",
  );
  for (const { key, value, line } of entries) {
    if (key === "deploy.release_command") releaseStep(value, line, found, context);
    const isCheck =
      value === "" && /(?:^checks\.|\.(?:http_|tcp_)?checks$|^http_service\.checks$|^services\.http_checks$)/.test(key);
    if (isCheck) found.fact("health", line, "fly.io asks for its health before it sends requests", "health");
  }
  if (!found.facts.some(({ signs }) => signs.includes("health"))) {
    found.gap("health", 1, "fly.io is given no check: a version that starts and cannot answer goes live");
  }
  return found;
};

export const readRender: ReleaseReader = (file, context) => {
  const found = new ReadingBuilder("Render", file.path);
  const [blueprint] = readYaml(file.text);
  if (!blueprint) return found;
  for (let index = 0; index < blueprint.size("services"); index++) {
    const path = ["services", index] as const;
    const type = blueprint.text(...path, "type") ?? "service";
    const name = blueprint.text(...path, "name") ?? type;
    const line = blueprint.line(...path, "name");
    const byHand =
      ["no", "false", "off"].includes(blueprint.text(...path, "autoDeploy") ?? "") ||
      blueprint.text(...path, "autoDeployTrigger") === "off";
    const afterChecks = blueprint.text(...path, "autoDeployTrigger") === "checksPass";
    const when = byHand
      ? "when somebody says so"
      : afterChecks
        ? "at every push whose checks pass"
        : "at every push, whether checks pass or not";
    found.fact("deploy", line, `Render deploys ${name} (${type}) ${when}`, "deploy", "platform");
    found.fact("rollback", line, `Render keeps earlier deployments of ${name} and goes back to one`, "rollback");
    const health = blueprint.text(...path, "healthCheckPath");
    if (health)
      found.fact("health", blueprint.line(...path, "healthCheckPath"), `Render asks ${name} at ${health}`, "health");
    else if (type === "web")
      found.gap(
        "health",
        line,
        `Render is given no healthCheckPath for ${name}: a version that cannot answer goes live`,
      );
    const before = blueprint.text(...path, "preDeployCommand");
    if (before) releaseStep(before, blueprint.line(...path, "preDeployCommand"), found, context);
    const build = blueprint.text(...path, "buildCommand");
    if (build) buildStep(build, blueprint.line(...path, "buildCommand"), found, context);
  }
  return found;
};

export const readRailway: ReleaseReader = (file, context) => {
  const found = new ReadingBuilder("Railway", file.path);
  const entries = new Map<string, { readonly value: string; readonly line: number }>();
  if (file.path.endsWith(".toml")) {
    for (const entry of readToml(file.text)) entries.set(entry.key, entry);
  } else {
    const [config] = readYaml(file.text);
    for (const key of ["preDeployCommand", "healthcheckPath", "startCommand"]) {
      const value = config?.text("deploy", key) ?? config?.text("deploy", key, 0);
      if (config && value !== undefined) entries.set(`deploy.${key}`, { value, line: config.line("deploy", key) });
    }
  }
  found.fact("deploy", 1, "Railway deploys it at every push to its branch", "deploy", "platform");
  found.fact("rollback", 1, "Railway keeps earlier deployments and goes back to one", "rollback");
  const health = entries.get("deploy.healthcheckPath");
  if (health) found.fact("health", health.line, `Railway asks at ${health.value} before it sends requests`, "health");
  else found.gap("health", 1, "Railway is given no healthcheckPath: a version that cannot answer goes live");
  const before = entries.get("deploy.preDeployCommand");
  if (before) releaseStep(before.value, before.line, found, context);
  const start = entries.get("deploy.startCommand");
  if (start) found.fact("runtime", start.line, `It starts with ${start.value}`);
  return found;
};

export const readServerless: ReleaseReader = (file) => {
  const found = new ReadingBuilder("Serverless Framework", file.path);
  const [config] = readYaml(
    file.text.replace(/!(?:Ref|Sub|GetAtt|Join|ImportValue|If|Equals|Not|Select|Split|FindInMap)\b/g, ""),
  );
  if (!config || config.get("provider") === undefined) return found;
  const functions = config.keys("functions");
  const where = config.text("provider", "name") ?? config.text("provider") ?? "the cloud";
  found.fact(
    "runtime",
    config.line("provider"),
    `${count(functions.length, "function")} on ${where}, ${config.text("provider", "runtime") ?? "no runtime named"}`,
    "platform",
  );
  found.fact(
    "rollback",
    config.line("provider"),
    "Serverless keeps earlier deployments: serverless rollback",
    "rollback",
  );
  return found;
};

export const readProcfile: ReleaseReader = (file, context) => {
  const found = new ReadingBuilder("Procfile", file.path);
  const names: string[] = [];
  for (const [index, line] of file.text.split(/\r?\n/).entries()) {
    const match = /^([\w-]+):\s*(.+)$/.exec(line);
    if (!match) continue;
    const [, name = "", command = ""] = match;
    if (name === "release") releaseStep(command, index + 1, found, context);
    else {
      names.push(name);
      found.fact("runtime", index + 1, `Process ${name} starts ${command}`);
    }
  }
  if (names.length > 0) found.fact("deploy", 1, `A platform with buildpacks runs ${enumerate(names)}`, "platform");
  return found;
};

/** A command before the new version takes over. */
function releaseStep(command: string, line: number, found: ReadingBuilder, { scripts }: ReleaseContext): void {
  const migrations = usesOf(command, scripts).filter((use) => use.sign === "migration");
  if (migrations.length === 0) found.fact("deploy", line, `Before a release goes live: ${command}`);
  for (const use of migrations)
    found.fact("migration", line, `Before a release goes live, once: ${use.name}`, "migration");
}

function buildStep(command: string, line: number, found: ReadingBuilder, { scripts }: ReleaseContext): void {
  found.fact("build", line, `It is built with ${command}`, "build");
  for (const use of usesOf(command, scripts)) {
    if (use.sign === "migration") {
      found.fact(
        "migration",
        line,
        `The build runs ${use.name}: also for previews, and before anything is known to work`,
        "migration",
      );
    }
    if (use.sign === "tests") found.fact("checks", line, `The build runs ${use.name}`, "tests");
  }
}
