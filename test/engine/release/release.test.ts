/** The release map: what each kind of file tells, what is missing, and silence where nothing is known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isReleaseFile, readRelease, renderRelease } from "../../../src/engine/index.ts";

function read(files: Readonly<Record<string, string>>, paths: readonly string[] = []) {
  const map = readRelease(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    paths,
  );
  const place = (item: { file?: string; line?: number }) =>
    item.file === undefined ? "" : ` @${item.file}:${item.line}`;
  return {
    facts: map.facts.map((fact) => `${fact.topic}: ${fact.text}${place(fact)}`),
    gaps: map.gaps.map((gap) => `${gap.topic}: ${gap.text}${place(gap)}`),
    unreadable: map.unreadable,
  };
}

const PACKAGE = JSON.stringify({
  engines: { node: ">=22" },
  scripts: {
    test: "vitest run",
    lint: "biome check .",
    ci: "npm run lint && npm test",
    "db:migrate": "prisma migrate deploy",
  },
});

const WORKFLOW = `name: Release
on:
  push:
    branches: [main]
  pull_request:
jobs:
  verify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: npm ci && npm run ci
  ship:
    needs: verify
    environment: production
    steps:
      - run: npm run db:migrate
      - run: flyctl deploy --remote-only
`;

test("GitHub Actions: checks through scripts, deployment, approval, migration", () => {
  const { facts, gaps } = read({ ".github/workflows/release.yml": WORKFLOW, "package.json": PACKAGE });
  assert.deepEqual(facts.slice(0, -1), [
    "checks: Every pull request runs tests and the linter (job verify) @.github/workflows/release.yml:7",
    "approval: Job ship deploys through the environment production; who must approve is set there, outside the repository @.github/workflows/release.yml:12",
    "deploy: Job ship deploys to fly.io on every push to main and on pull requests, after verify @.github/workflows/release.yml:12",
    "migration: Job ship runs Prisma migrations @.github/workflows/release.yml:12",
  ]);
  assert.deepEqual(gaps, [
    "owners: CODEOWNERS: nobody in particular has to look at a change",
    "checks: A scan of dependencies or code for known holes @.github/workflows/release.yml:7",
    "health: A health check that keeps a broken version from taking over @.github/workflows/release.yml:12",
    "rollback: A way back: how to run the earlier version again @.github/workflows/release.yml:12",
  ]);
});

test("a deployment that waits for no tests, ignored failures and a moving action are gaps", () => {
  const text = WORKFLOW.replace("    needs: verify\n    environment: production\n", "")
    .replace("actions/checkout@v5", "someone/setup@main")
    .replace("- run: npm ci && npm run ci", "- run: npm test\n        continue-on-error: true");
  const { gaps } = read({ ".github/workflows/release.yml": text, "package.json": PACKAGE });
  assert.ok(
    gaps.includes(
      "checks: Tests before job ship deploys: it waits for no job that runs them @.github/workflows/release.yml:13",
    ),
  );
  assert.ok(
    gaps.includes(
      "checks: Failing tests stop nothing: continue-on-error is set in job verify @.github/workflows/release.yml:11",
    ),
  );
  assert.ok(gaps.some((gap) => gap.startsWith("build: someone/setup@main follows a branch")));
  assert.ok(gaps.some((gap) => gap.startsWith("approval: An approval before users get a change")));
});

test("what a script or another workflow does is unknown: no tests are said to be missing", () => {
  for (const step of ["run: make ci", "run: ./scripts/verify.sh", "uses: ./.github/actions/verify"]) {
    const text = `on: [push]\njobs:\n  all:\n    steps:\n      - ${step}\n      - run: flyctl deploy\n`;
    const { gaps } = read({ ".github/workflows/all.yml": text, "package.json": PACKAGE });
    assert.deepEqual(
      gaps.filter((gap) => gap.startsWith("checks")),
      [],
      step,
    );
  }
});

test("workflows that label and greet, previews, and migrations of test jobs take no part", () => {
  const { facts, gaps } = read({
    ".github/workflows/labels.yml": "on: [issues]\njobs:\n  label:\n    steps:\n      - uses: actions/labeler@v5\n",
    ".github/workflows/preview.yml":
      "name: Preview\non: [pull_request]\njobs:\n  up:\n    steps:\n      - run: vercel deploy\n",
    ".github/workflows/test.yml":
      "on: [pull_request]\njobs:\n  e2e:\n    steps:\n      - run: npx prisma migrate deploy && npm test\n",
  });
  assert.ok(!facts.some((fact) => /^(?:deploy|migration|approval)|label/.test(fact)), facts.join("\n"));
  assert.ok(!gaps.some((gap) => /^(?:approval|rollback)/.test(gap)));
});

test("GitLab CI: stages, merge requests, manual deployments", () => {
  const { facts, gaps } = read({
    ".gitlab-ci.yml": `stages: [test, deploy]
unit:
  stage: test
  script: [npm ci, npm test, npm audit]
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
production:
  stage: deploy
  environment: production
  script:
    - helm upgrade --install --atomic shop ./chart
  when: manual
`,
  });
  assert.deepEqual(facts, [
    "checks: GitLab runs the stages test and deploy @.gitlab-ci.yml:1",
    "checks: Job unit runs tests and a security scan on merge requests @.gitlab-ci.yml:2",
    "approval: Job production waits for somebody to start it @.gitlab-ci.yml:7",
    "deploy: Job production deploys to Helm @.gitlab-ci.yml:7",
    "rollback: Job production can roll back @.gitlab-ci.yml:7",
  ]);
  assert.deepEqual(
    gaps.map((gap) => gap.split(":")[0]),
    ["owners", "health"],
  );
});

test("Jenkinsfile: stages, shell steps, approval; comments say nothing", () => {
  const { facts } = read({
    Jenkinsfile: `pipeline {
  stages {
    stage('Test') { steps { sh 'npm test' } }
    // stage('Old') { steps { sh 'flyctl deploy' } }
    stage("Deploy") {
      input { message "Ship it?"; submitter "ops" }
      steps { sh """
        kubectl apply -f k8s/
        kubectl rollout status deployment/shop
      """ }
    }
  }
}`,
  });
  assert.deepEqual(facts, [
    "checks: Jenkins runs the stages Test and Deploy @Jenkinsfile:1",
    "checks: Stage Test runs tests @Jenkinsfile:3",
    "approval: Stage Deploy waits for the approval of ops @Jenkinsfile:6",
    "deploy: Stage Deploy deploys to Kubernetes @Jenkinsfile:5",
    "health: Stage Deploy waits for a health check @Jenkinsfile:5",
  ]);
});

test("Dockerfile: base through stages, start, user, health, migration at start", () => {
  const { facts, gaps } = read({
    Dockerfile: `FROM node:22-alpine AS base
RUN npm install
FROM base AS final
HEALTHCHECK --interval=30s \\
  CMD curl -f http://localhost/health
CMD npx prisma migrate deploy && \\
  node dist/main.js
`,
    "worker.Dockerfile": 'FROM node\nUSER node\nENTRYPOINT ["node", "worker.js"]\n',
  });
  assert.deepEqual(facts, [
    "build: The image is built on node:22-alpine in 2 stages @Dockerfile:3",
    "build: The image is built on node @worker.Dockerfile:1",
    "migration: Every container runs Prisma migrations when it starts: with several replicas, all at once @Dockerfile:6",
    "health: Docker asks for its health: curl -f http://localhost/health @Dockerfile:4",
    "runtime: The container starts npx prisma migrate deploy && node dist/main.js @Dockerfile:6",
    "runtime: It runs as node @worker.Dockerfile:2",
    "runtime: The container starts node worker.js @worker.Dockerfile:3",
  ]);
  assert.deepEqual(
    gaps.filter((gap) => gap.includes("@")).map((gap) => gap.replace(/:.*@/, " @")),
    [
      "build @Dockerfile:2",
      "build @worker.Dockerfile:1",
      "deploy @Dockerfile:3",
      "rollback @Dockerfile:3",
      "runtime @Dockerfile:6",
    ],
  );
});

test("Kubernetes: replicas, probes, versions, rollback, migrations before the start", () => {
  const { facts, gaps } = read({
    "k8s/shop.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 3
  template:
    spec:
      initContainers:
        - name: migrate
          image: shop:1.4.2
          command: ["npx", "knex", "migrate:latest"]
      containers:
        - name: web
          image: registry.example.com:5000/shop:1.4.2
          readinessProbe: { httpGet: { path: /ready, port: 80 } }
        - name: sidecar
          image: proxy:latest
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: close-day }
spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: { spec: { containers: [{ name: a, image: "shop:1" }] } } } } }
`,
    "k8s/values.yaml": "replicaCount: 2\n",
  });
  assert.deepEqual(facts, [
    "deploy: Kubernetes runs shop with 3 replicas, replaced one after another @k8s/shop.yaml:4",
    "migration: Before every start, shop runs Knex migrations @k8s/shop.yaml:10",
    "health: Kubernetes asks web at /ready whether it may get requests @k8s/shop.yaml:16",
    "rollback: Kubernetes keeps earlier versions of shop: kubectl rollout undo deployment/shop @k8s/shop.yaml:4",
    "runtime: Kubernetes runs close-day on the schedule 0 3 * * * @k8s/shop.yaml:22",
  ]);
  assert.ok(
    gaps.includes(
      "rollback: sidecar runs proxy:latest: without a version nobody can tell what runs, nor go back @k8s/shop.yaml:18",
    ),
  );
  assert.ok(gaps.some((gap) => gap.startsWith("health: sidecar has no readiness probe")));
  assert.ok(!gaps.some((gap) => gap.includes("web ")));
});

test("Helm charts are read although their templates are no YAML", () => {
  const { facts } = read({
    "chart/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 0.3.0\n",
    "chart/templates/job.yaml": `{{- if .Values.migrate }}
kind: Job
metadata:
  annotations:
    "helm.sh/hook": pre-upgrade
spec: { template: { spec: { containers: [{ command: ["npx", "prisma", "migrate", "deploy"] }] } } }
{{- end }}
`,
    "chart/templates/web.yaml":
      "kind: Deployment\nspec:\n  readinessProbe:\n    {{- toYaml .Values.probe | nindent 12 }}\n",
  });
  assert.deepEqual(facts, [
    "deploy: Helm chart shop 0.3.0 @chart/Chart.yaml:2",
    "migration: Helm runs Prisma migrations at pre-upgrade @chart/templates/job.yaml:5",
    "health: The chart asks for health: readinessProbe @chart/templates/web.yaml:3",
    "rollback: Helm keeps earlier releases of shop: helm rollback @chart/Chart.yaml:2",
  ]);
});

test("hosting platforms: release commands, health, ways back", () => {
  const { facts, gaps } = read({
    "fly.toml":
      'app = "shop"\n[deploy]\n  release_command = "npx prisma migrate deploy" # once\n[[http_service.checks]]\n  path = "/health"\n',
    "render.yaml":
      "services:\n  - type: web\n    name: api\n    preDeployCommand: npm run db:migrate\n    autoDeployTrigger: checksPass\n",
    "railway.toml": '[deploy]\nhealthcheckPath = "/up"\n',
    "vercel.json": '{ "crons": [{ "path": "/api/cron", "schedule": "0 5 * * *" }] }',
    "netlify.toml": '[build]\ncommand = "npm run build"\n',
    "serverless.yml":
      "provider:\n  name: aws\n  runtime: nodejs22.x\n  role: !GetAtt Role.Arn\nfunctions:\n  pay: { handler: a.b }\n",
    Procfile: "web: node dist/main.js\nrelease: npx knex migrate:latest\n",
    "package.json": PACKAGE,
  });
  for (const expected of [
    "migration: Before a release goes live, once: Prisma migrations (2 places) @fly.toml:3",
    "migration: Before a release goes live, once: Knex migrations @Procfile:2",
    "health: fly.io asks for its health before it sends requests @fly.toml:4",
    "health: Railway asks at /up before it sends requests @railway.toml:2",
    "deploy: Render deploys api (web) at every push whose checks pass @render.yaml:3",
    "runtime: Vercel calls 1 path on a schedule @vercel.json:1",
    "build: It is built with npm run build @netlify.toml:2",
    "runtime: 1 function on aws, nodejs22.x @serverless.yml:1",
    "runtime: Process web starts node dist/main.js @Procfile:1",
  ]) {
    assert.ok(facts.includes(expected), `${expected}\n${facts.join("\n")}`);
  }
  assert.ok(gaps.some((gap) => gap.startsWith("health: Render is given no healthCheckPath for api")));
});

test("CODEOWNERS: who reviews everything, and the pipeline", () => {
  const { facts, gaps } = read({
    ".github/CODEOWNERS": "# people\n*       @team\n/.github/ @ops @lead\n/billing/ @money # careful\n",
    ".github/workflows/ci.yml": "on: [pull_request]\njobs: { t: { steps: [{ run: npm test }] } }\n",
  });
  assert.deepEqual(facts.slice(0, 3), [
    "owners: @team review every change @.github/CODEOWNERS:2",
    "owners: 2 parts of the code with reviewers of their own: @ops, @lead and @money @.github/CODEOWNERS:3",
    "owners: @ops and @lead review changes of the pipeline @.github/CODEOWNERS:3",
  ]);
  assert.ok(!gaps.some((gap) => gap.startsWith("owners")));
});

test("Prisma migrations that nothing applies are a gap; other tools may apply theirs in the program", () => {
  const files = { Dockerfile: "FROM node:22\nUSER node\nCMD node main.js\n" };
  const prisma = read(files, ["prisma/migrations/20260101_init/migration.sql"]);
  assert.ok(
    prisma.gaps.includes(
      "migration: A step that applies the migrations: somebody has to think of it @prisma/migrations/20260101_init/migration.sql:1",
    ),
  );
  assert.ok(!read(files, ["src/migrations/1-init.ts"]).gaps.some((gap) => gap.startsWith("migration")));
});

test("nothing is known of nothing, and what cannot be read is named", () => {
  assert.deepEqual(read({}), { facts: [], gaps: [], unreadable: [] });
  assert.deepEqual(read({ "package.json": '{ "scripts": { "start": "node ." } }' }).gaps, []);
  assert.deepEqual(read({ ".github/workflows/broken.yml": "jobs: [\n  a: {{" }).unreadable, [
    ".github/workflows/broken.yml",
  ]);
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
    .split("")
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[index]}`).join(",")}]`)
    .join("\n")}\njobs: { x: { steps: [] } }`;
  assert.deepEqual(read({ ".github/workflows/bomb.yml": bomb }).unreadable, [".github/workflows/bomb.yml"]);
});

test("which files are asked for", () => {
  const wanted = [
    ".github/workflows/ci.yaml",
    "apps/api/Dockerfile",
    "compose.prod.yml",
    "docker-compose.yml",
    "deploy/k8s/web.yaml",
    "CODEOWNERS",
    "Procfile",
    "apps/a/fly.toml",
    "docker/entrypoint.sh",
  ];
  const others = [
    "src/app.ts",
    "node_modules/x/Dockerfile",
    "test/fixtures/fly.toml",
    "config/settings.yaml",
    ".devcontainer/Dockerfile",
    "apps/web/public/railway.json",
  ];
  assert.deepEqual([...wanted, ...others].filter(isReleaseFile), wanted);
});

test("in Markdown, gaps stand with their topic", () => {
  const map = readRelease([{ path: ".github/workflows/release.yml", text: WORKFLOW }]);
  assert.match(renderRelease(map), /\*\*Who can change it\*\*\n\n- Not found: CODEOWNERS: nobody/);
});
