/** What kind of text a file is, by its path, and whether it stands outside of production. */

export type FileKind =
  | "code"
  | "env"
  | "json"
  | "yaml"
  | "toml"
  | "properties"
  | "docker"
  | "shell"
  | "http"
  | "graphql"
  | "terraform"
  | "xml"
  | "markup"
  | "key"
  | "text";

/** By the ending of files that hosts read: code of a service, and what it is configured with. */
export const ENDINGS: Readonly<Record<string, FileKind>> = {
  ts: "code",
  tsx: "code",
  mts: "code",
  cts: "code",
  js: "code",
  jsx: "code",
  mjs: "code",
  cjs: "code",
  vue: "code",
  svelte: "code",
  astro: "code",
  marko: "code",
  json: "json",
  jsonc: "json",
  json5: "json",
  yml: "yaml",
  yaml: "yaml",
  toml: "toml",
  properties: "properties",
  bru: "properties",
  ini: "properties",
  cfg: "properties",
  conf: "properties",
  sh: "shell",
  bash: "shell",
  zsh: "shell",
  ps1: "shell",
  http: "http",
  rest: "http",
  graphql: "graphql",
  gql: "graphql",
  tf: "terraform",
  tfvars: "terraform",
  hcl: "terraform",
  pem: "key",
  key: "key",
  sql: "text",
  prisma: "text",
};

/** By the ending of other files, which are searched where a host gives them. */
const OTHER_ENDINGS: Readonly<Record<string, FileKind>> = {
  webmanifest: "json",
  ipynb: "json",
  dart: "text",
  config: "xml",
  npmrc: "properties",
  netrc: "properties",
  pypirc: "properties",
  yarnrc: "properties",
  editorconfig: "text",
  fish: "shell",
  bat: "shell",
  cmd: "shell",
  envrc: "env",
  bicep: "terraform",
  xml: "xml",
  plist: "xml",
  csproj: "xml",
  cnf: "properties",
  service: "shell",
  gradle: "properties",
  kts: "properties",
  ppk: "key",
  p8: "key",
  asc: "key",
  md: "markup",
  mdx: "markup",
  html: "markup",
  htm: "markup",
  rst: "markup",
  adoc: "markup",
  hbs: "markup",
  ejs: "markup",
  txt: "text",
  py: "text",
  rb: "text",
  go: "text",
  java: "text",
  php: "text",
  cs: "text",
  rs: "text",
  kt: "text",
  swift: "text",
  tpl: "text",
  tmpl: "text",
  j2: "yaml",
};

/** The kind, or undefined for what is not looked into: locks, maps, binaries, pictures. */
export function fileKind(path: string): FileKind | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (SKIPPED.test(name)) return undefined;
  if (
    /^\.env(?:$|[.\-_])|\.env$|^env\.[\w.]+$/.test(name) &&
    !/^env\.(?:\w+\.)?(?:[cm]?[jt]sx?|json|ya?ml|toml|sh|py|rb|go|php)$/.test(name)
  )
    return "env";
  if (/^(?:dockerfile|containerfile)(?:$|\.)|\.dockerfile$/.test(name)) return "docker";
  if (/^\.(?:npmrc|netrc|pypirc|yarnrc|pgpass|my\.cnf|s3cfg|boto|gitconfig|htpasswd|git-credentials)$/.test(name))
    return "properties";
  if (/(?:^|[._-])id_(?:rsa|dsa|ecdsa|ed25519)$/.test(name)) return "key";
  if (/(?:^|\/)\.ssh\/(?:id_)?[\w-]+$/.test(path) && !/known_hosts|authorized_keys|config$/.test(name)) return "key";
  if (/(?:^|\/)\.aws\/(?:credentials|config)$/.test(path)) return "properties";
  if (/^(?:makefile|justfile|procfile|jenkinsfile|vagrantfile|caddyfile)$/.test(name)) return "shell";
  if (/^\.(?:dockercfg|babelrc|eslintrc)$/.test(name)) return "json";
  const dot = name.lastIndexOf(".");
  // Scripts without an ending.
  if (dot < 0) return /(?:^|\/)(?:bin|scripts?|hooks|\.husky)\/[\w-]+$/.test(path) ? "shell" : undefined;
  const ending = name.slice(dot + 1);
  return ENDINGS[ending] ?? OTHER_ENDINGS[ending];
}

const SKIPPED =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|deno\.lock|composer\.lock|cargo\.lock|poetry\.lock|go\.sum|gemfile\.lock|_journal\.json)$|\.lock\.ya?ml$|\.(?:min\.m?js|map|svg|lock|snap|tsbuildinfo|bundle\.js|po|pot|xlf|css|scss|less|csv|tsv|log)$|\.d\.ts$/;

/** Generated files, whose literals nobody wrote. */
export function isGenerated(path: string): boolean {
  return /(?:^|\/)(?:node_modules|dist|build|out|\.next|\.nuxt|coverage|vendor|third_party|__generated__|generated|\.yarn)\//.test(
    path,
  );
}

/** Tests, examples, documentation, fixtures: only tokens by form and private keys report there. */
export function isTestPath(path: string): boolean {
  // `ab-testing.service.ts`, `mock-exams.module.ts`: what a part of the program is called.
  const whole = PART.test(path) ? path.slice(0, path.lastIndexOf("/") + 1) : path;
  return (
    /(?:^|[/._-])(?:tests?|specs?|__tests__|__mocks__|mocks?|fixtures?|__fixtures__|e2e|stories|story|testing|testdata|test-?utils?|integration-tests|playwright|cypress|maestro|benchmarks?|storybook|vitest|jest|testcontainers?)(?:[/._-]|$)/i.test(
      whole,
    ) ||
    /compose[\w.-]*[._-](?:integration|ci)\.ya?ml$/i.test(path) ||
    /(?:Test|Spec|Mock|Fixture|Factory|Testing)s?\.[a-z]+$/.test(path)
  );
}

const PART =
  /(?:^|\/)(?![^/]*[._](?:test|spec|mock|stories|e2e|fixture)s?\.)[^/]*\.(?:service|controller|module|resolver|gateway|provider|router|routes|repository|guard|middleware|processor|client)\.[cm]?[jt]sx?$/;

/** Documentation and examples, which show what values look like. */
export function isExamplePath(path: string): boolean {
  return (
    /(?:^|\/)(?:docs?|documentation|examples?|samples?|templates?|demos?|tutorials?|changelogs?|playgrounds?|starters?|openapi|swagger)(?:\/|$)/i.test(
      path,
    ) ||
    // Texts for people, whatever holds them; modules that send messages are code like other.
    /(?:^|\/)(?:i18n|[\w-]*i18n[\w-]*|locales?|lang|translations?)\/.*(?<!\.(?:sh|bash|env|tf))$/i.test(path) ||
    /(?:^|\/)(?:blog|content|messages|recipes|languages?)\/.*\.(?:json|ya?ml|html?|txt|properties|mdx?)$/i.test(path) ||
    /\.(?:md|mdx|rst|adoc)$|(?:^|[/._-])i18n[\w.-]*\.json$/i.test(path) ||
    /[._-](?:examples?|samples?)(?:\.\w+)?$|[._-](?:templates?|dist|tpl)(?:\.(?![cm]?[jt]sx?$)\w+)?$|[._-]defaults?(?:\.(?:env|json|ya?ml|toml|ini|properties|conf|cfg))?$|(?:^|\/)(?:example|sample)\.(?:env|json|ya?ml|toml|ini)$|(?:^|\/)template\.(?:env|toml|ini)$|(?:^|\/)(?:swagger|openapi)[\w.-]*\.(?:json|ya?ml)$/i.test(
      path,
    )
  );
}

/** Lines so long that a program made them. */
export function isMinified(text: string): boolean {
  if (text.length < 20_000) return false;
  // The start tells enough.
  const start = text.slice(0, 20_000);
  let lines = 1;
  for (let at = start.indexOf("\n"); at >= 0; at = start.indexOf("\n", at + 1)) lines++;
  return start.length / lines > 400;
}
