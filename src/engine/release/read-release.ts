/** From the texts of release files to the release map. */
import { readCodeowners } from "./codeowners.ts";
import { readCompose } from "./compose.ts";
import { readDockerfile, readEntrypoint } from "./dockerfile.ts";
import { findGaps } from "./gaps.ts";
import { readGithubWorkflow } from "./github-actions.ts";
import { readGitlabCi } from "./gitlab-ci.ts";
import { readFly, readNetlify, readProcfile, readRailway, readRender, readServerless, readVercel } from "./hosting.ts";
import { readJenkinsfile } from "./jenkinsfile.ts";
import { readHelmChart, readHelmTemplate, readKubernetes } from "./kubernetes.ts";
import { readPackageScripts, scriptsOf } from "./package-scripts.ts";
import type { Observation, ReleaseFile, ReleaseReader, Sign } from "./reading.ts";
import {
  RELEASE_TOPICS,
  type ReleaseFact,
  type ReleaseGap,
  type ReleaseMap,
  type ReleaseTopic,
} from "./release-map.ts";

/** Scripts that start containers. */
const ENTRYPOINT = /(?:^|\/)(?:docker-)?(?:entrypoint|start|run)(?:[.-][\w-]+)*\.sh$/;

/** Which reader reads which path; the first that matches. */
const READERS: readonly (readonly [path: RegExp, reader: ReleaseReader])[] = [
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, readGithubWorkflow],
  [/^\.gitlab-ci\.ya?ml$/, readGitlabCi],
  [/(?:^|\/)Jenkinsfile(?:\.[\w-]+)?$/, readJenkinsfile],
  [/(?:^|\/)(?:[\w-]+\.)?Dockerfile(?:\.[\w-]+)?$|(?:^|\/)Containerfile$/, readDockerfile],
  [/(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/, readCompose],
  [/(?:^|\/)Chart\.ya?ml$/, readHelmChart],
  [/(?:^|\/)templates\/(?:[^/]+\/)*[^/]+\.ya?ml$/, readHelmTemplate],
  [/(?:^|\/)vercel\.json$/, readVercel],
  [/(?:^|\/)netlify\.toml$/, readNetlify],
  [/(?:^|\/)fly(?:\.[\w-]+)?\.toml$/, readFly],
  [/(?:^|\/)render\.ya?ml$/, readRender],
  [/(?:^|\/)railway\.(?:json|toml)$/, readRailway],
  [/(?:^|\/)serverless(?:\.[\w-]+)?\.ya?ml$/, readServerless],
  [/(?:^|\/)Procfile$/, readProcfile],
  [/^(?:\.github\/|docs\/|\.gitlab\/)?CODEOWNERS$/, readCodeowners],
  [/(?:^|\/)package\.json$/, readPackageScripts],
  [ENTRYPOINT, readEntrypoint],
  [
    /(?:^|\/)(?:k8s|kubernetes|manifests?|deploy(?:ments?)?|kustomize|infra(?:structure)?|ops|gitops|charts?)\/(?:[^/]+\/)*[^/]+\.ya?ml$/,
    readKubernetes,
  ],
];

/** Tests, examples, what was installed and what is served to visitors tell nothing of this service's release. */
const ELSEWHERE =
  /(?:^|\/)(?:node_modules|vendor|dist|\.git|\.devcontainer|\.cursor|public|assets|examples?|fixtures?|__tests__|tests?)\/|(?:^|\/)docs\/(?!CODEOWNERS$)/;
/** Other tools' migrations may also be applied by the program itself, when it starts. */
const MIGRATIONS = /(?:^|\/)prisma\/migrations\/[^/]+\/migration\.sql$/;

/** True where the text of a file tells about releases; ask before reading it. Paths have forward slashes. */
export function isReleaseFile(path: string): boolean {
  return readerOf(path) !== undefined;
}

/**
 * Reads the release map from those files of a workspace that `isReleaseFile` names. `paths` are the paths of all files,
 * to know whether there are migrations. Files that cannot be understood are named, not guessed at.
 */
export function readRelease(files: readonly ReleaseFile[], paths: Iterable<string> = []): ReleaseMap {
  const scripts = scriptsOf(
    files
      .filter(({ path }) => path.endsWith("package.json"))
      .sort((a, b) => a.path.split("/").length - b.path.split("/").length)
      .map(({ text }) => text),
  );
  const facts: Observation[] = [];
  const gaps: ReleaseGap[] = [];
  const signs: Sign[] = [];
  const unreadable: string[] = [];
  for (const file of files) {
    const reader = readerOf(file.path);
    if (!reader) continue;
    try {
      const reading = reader(file, { scripts });
      facts.push(...reading.facts);
      gaps.push(...reading.gaps);
      signs.push(...reading.signs);
    } catch {
      unreadable.push(file.path);
    }
  }
  const migrations = [...paths].filter((path) => MIGRATIONS.test(path) && !ELSEWHERE.test(path)).sort()[0];
  gaps.push(...findGaps({ facts, signs, scripts, migrations }));
  return {
    facts: once(facts.map(plain)).sort(byTopic),
    gaps: once(gaps).sort(byTopic),
    unreadable: unreadable.sort(),
  };
}

/** The same sentence of several files is said once, with the first place and their number. */
function once<T extends Placed & { readonly text: string }>(items: readonly T[]): T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = `${item.topic}\n${item.text}`;
    const same = groups.get(key);
    if (same) same.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [group.length > 1 ? { ...first, text: `${first.text} (${group.length} places)` } : first];
  });
}

function readerOf(path: string): ReleaseReader | undefined {
  if (ELSEWHERE.test(path)) return undefined;
  return READERS.find(([pattern]) => pattern.test(path))?.[1];
}

function plain({ topic, text, source, file, line }: Observation): ReleaseFact {
  return { topic, text, source, file, line };
}

const ORDER = Object.keys(RELEASE_TOPICS) as ReleaseTopic[];

interface Placed {
  readonly topic: ReleaseTopic;
  readonly file?: string;
  readonly line?: number;
}

function byTopic(a: Placed, b: Placed): number {
  const files = (a.file ?? "").localeCompare(b.file ?? "");
  return ORDER.indexOf(a.topic) - ORDER.indexOf(b.topic) || files || (a.line ?? 0) - (b.line ?? 0);
}
