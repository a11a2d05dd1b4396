/** Deployment: whether a release is the same everywhere, tested, and can be taken back. */
import { filePlaces, plural } from "./parts.ts";
import { type Check, lineAt } from "./reading.ts";

const LOCK_FILES = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/;
const CI_FILES =
  /^\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$|^Jenkinsfile$|^\.circleci\/config\.yml$|^azure-pipelines\.yml$|^bitbucket-pipelines\.yml$|^\.drone\.yml$/;
const DOCKERFILES = /(?:^|\/)(?:Dockerfile(?:\.[\w.-]+)?|[\w.-]+\.Dockerfile)$/;

const lockFile: Check = ({ matching, main }) => {
  if (!main) return undefined;
  const found = matching(LOCK_FILES);
  return {
    id: "deployment/lock-file",
    status: found.length > 0 ? "present" : "missing",
    text: found.length > 0 ? `Versions are locked by ${found[0]}` : "No lock file",
    advice: "Without a lock file two builds of the same commit are two programs. Commit it, and install with `npm ci`.",
    places: found.length > 0 ? filePlaces(found) : filePlaces([main.file]),
  };
};

const continuousIntegration: Check = ({ matching, read, main }) => {
  if (!main) return undefined;
  const files = matching(CI_FILES);
  const testing = files.filter((file) =>
    /\b(?:npm|pnpm|yarn|bun|node|npx|nx|turbo)\b[^\n]*\b(?:test|vitest|jest|mocha)\b|\b(?:vitest|jest|mocha|playwright)\b/.test(
      read(file) ?? "",
    ),
  );
  return {
    id: "deployment/ci",
    status: testing.length > 0 ? "present" : "missing",
    text:
      testing.length > 0
        ? `Tests run in ${testing[0]}`
        : files.length > 0
          ? "CI runs no tests"
          : "No continuous integration",
    advice:
      "What is checked by hand is not checked on Friday evening. Let CI install, type-check and test every change before it may be merged.",
    places: filePlaces(testing.length > 0 ? testing : files),
  };
};

const tests: Check = ({ matching, main }) => {
  if (!main) return undefined;
  const files = matching(/(?:\.|_|-)(?:test|spec|e2e)\.[cm]?[jt]sx?$|(?:^|\/)__tests__\//);
  return {
    id: "deployment/tests",
    status: files.length > 0 ? "present" : "missing",
    text: files.length > 0 ? `${plural(files.length, "test file")}` : "No tests",
    advice:
      "Start with the paths that move money or change accounts: one test that sends the same request twice, one with the wrong user.",
    places: filePlaces(files.slice(0, 20)),
  };
};

const containerUser: Check = ({ matching, read }) => {
  const files = matching(DOCKERFILES);
  if (files.length === 0) return undefined;
  const root = files.filter((file) => runsAsRoot(read(file) ?? ""));
  return {
    id: "deployment/container-user",
    status: root.length > 0 ? "missing" : "present",
    text:
      root.length > 0
        ? `${root.length === 1 ? "The container runs" : `${root.length} containers run`} as root`
        : "Containers do not run as root",
    advice:
      "A process that runs as root turns a small hole into a large one. The official Node image has a user for it: `USER node`.",
    places: filePlaces(root.length > 0 ? root : files),
  };
};

/** The last stage decides. */
function runsAsRoot(text: string): boolean {
  const stage = text.slice([...text.matchAll(/^FROM\b/gim)].at(-1)?.index ?? 0);
  const users = [...stage.matchAll(/^\s*USER\s+(\S+)/gim)].map((match) => match[1]!);
  const from = /^FROM\s+(?:--\S+\s+)*(\S+)/im.exec(stage)?.[1] ?? "";
  if (users.length === 0) return !/distroless|nonroot|chainguard/.test(from);
  return /^(?:root|0)(?::|$)/.test(users.at(-1)!);
}

const nodePinned: Check = ({ main, files, read, matching }) => {
  if (!main) return undefined;
  const pins = files.filter((file) => /(?:^|\/)\.(?:nvmrc|node-version|tool-versions)$/.test(file));
  const engine = main.engines["node"];
  const docker = matching(DOCKERFILES);
  const floating = docker.filter((file) =>
    /^FROM\s+(?:--\S+\s+)*node(?::(?:latest|lts|current|alpine|slim))?(?:\s|$)/im.test(read(file) ?? ""),
  );
  const text = read(main.file) ?? "";
  const places = engine
    ? [{ file: main.file, line: lineAt(text, text.indexOf('"engines"')), label: `node ${engine}` }]
    : filePlaces(pins);
  const pinned = engine !== undefined || pins.length > 0 || (docker.length > 0 && floating.length < docker.length);
  return {
    id: "deployment/node-version",
    status: floating.length > 0 ? "missing" : pinned ? "present" : "missing",
    text:
      floating.length > 0
        ? `${floating[0]} takes whichever Node is newest`
        : pinned
          ? "The Node version is fixed"
          : "No Node version is named",
    advice:
      "Name the Node version once (`engines` in package.json, `.nvmrc`, the tag in the Dockerfile), so that laptop, CI and production run the same.",
    places: floating.length > 0 ? filePlaces(floating) : pinned ? places : filePlaces([main.file]),
  };
};

const shutdown: Check = ({ signs, map, main, dependency }) => {
  if (map.entryPoints.length === 0 || !main) return undefined;
  if (dependency(/^(?:next|@sveltejs\/kit|nuxt|wrangler|@remix-run\/node)$/) && signs("shutdown").length === 0)
    return undefined;
  const found = signs("shutdown");
  return {
    id: "deployment/shutdown",
    status: found.length > 0 ? "present" : "missing",
    text: found.length > 0 ? "Work in progress is finished at shutdown" : "Nothing listens for SIGTERM",
    advice:
      "Every release sends SIGTERM. Stop taking requests, finish those that run, close queue workers and the database, then exit; else each release cuts requests in half.",
    places: found,
  };
};

const startCommand: Check = ({ manifests, read }) => {
  const starts = manifests.flatMap(({ file, scripts }) => {
    const script = scripts["start:prod"] ?? scripts["start"];
    return script ? [{ file, script }] : [];
  });
  if (starts.length === 0) return undefined;
  const wrong = starts.filter(({ script }) =>
    /\b(?:nodemon|ts-node-dev|tsx\s+watch|node\s+--watch|next\s+dev|vite(?!\s+preview)(?:\s|$)|nest\s+start\s+--watch)\b/.test(
      script,
    ),
  );
  const shown = wrong.length > 0 ? wrong : starts;
  return {
    id: "deployment/start",
    status: wrong.length > 0 ? "missing" : "present",
    text:
      wrong.length > 0 ? `"start" runs a development server: ${wrong[0]!.script}` : `Starts with: ${starts[0]!.script}`,
    advice:
      "Watchers and on-the-fly compilers cost memory and restart on their own. Build once, and start what was built.",
    places: shown.map(({ file, script }) => {
      const text = read(file) ?? "";
      return { file, line: lineAt(text, Math.max(0, text.indexOf('"start'))), label: script };
    }),
  };
};

const owners: Check = ({ matching, main }) => {
  if (!main) return undefined;
  const found = matching(/(?:^|\/)CODEOWNERS$/);
  return {
    id: "deployment/owners",
    status: found.length > 0 ? "present" : "unknown",
    text: found.length > 0 ? `Owners stand in ${found[0]}` : "No CODEOWNERS: who approves is not written down",
    advice:
      "A release needs a name: who approves it, who is called when it goes wrong. `CODEOWNERS` says so per folder.",
    places: filePlaces(found),
  };
};

export const DEPLOYMENT: readonly Check[] = [
  continuousIntegration,
  tests,
  shutdown,
  containerUser,
  lockFile,
  nodePinned,
  startCommand,
  owners,
];
