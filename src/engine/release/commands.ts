/**
 * What shell commands of pipelines do, told from the tools they call. Scripts of package.json are followed, so that
 * `npm run ci` is what it runs.
 */
import type { Sign } from "./reading.ts";

export interface CommandUse {
  readonly sign: Sign;
  /** What to call it: `tests`, `Prisma migrations`, `fly.io`. */
  readonly name: string;
}

const COMMANDS: readonly (readonly [pattern: RegExp, sign: Sign, name: string])[] = [
  [
    /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:test|t|tst)\b|\b(?:vitest|jest|mocha|ava|jasmine|karma|nyc|c8|pytest|rspec|phpunit|playwright test|cypress run)\b|\bnode\s+[^\n]*--test\b|\b(?:turbo|nx)\b[^\n]*\btest\b|\b(?:go|cargo|deno|bun|dotnet|mvn|gradle) test\b/,
    "tests",
    "tests",
  ],
  [
    /\b(?:eslint|biome|oxlint|prettier\s[^\n]*--check|stylelint)\b|\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:lint|format:check)\b|\b(?:turbo|nx)\b[^\n]*\blint\b/,
    "lint",
    "the linter",
  ],
  [
    /\btsc\b|\bvue-tsc\b|\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:type-?check|check-types|tsc)\b|\b(?:turbo|nx)\b[^\n]*\btype-?check\b/,
    "types",
    "the type check",
  ],
  [
    /\b(?:npm|pnpm|yarn) audit\b|\b(?:snyk|trivy|semgrep|gitleaks|trufflehog|osv-scanner|hardpath|grype)\b/,
    "scan",
    "a security scan",
  ],
  [/\bprisma migrate deploy\b|\bprisma db push\b/, "migration", "Prisma migrations"],
  [/\bdrizzle-kit (?:migrate|push)\b/, "migration", "Drizzle migrations"],
  [/\bknex migrate:(?:latest|up)\b/, "migration", "Knex migrations"],
  [/\btypeorm[\w-]*\s[^\n]*migration:run\b/, "migration", "TypeORM migrations"],
  [/\bsequelize(?:-cli)? db:migrate\b/, "migration", "Sequelize migrations"],
  [
    /\b(?:flyway|liquibase|dbmate|node-pg-migrate|mikro-orm migration:up|atlas migrate apply|rails db:migrate)\b/,
    "migration",
    "migrations",
  ],
  [
    /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:db:|database:)?migrat(?:e|ions?)(?::(?:deploy|prod|latest|run|up))?\b(?!:)/,
    "migration",
    "migrations",
  ],
  [
    /\bdocker (?:buildx )?build\b|\bdocker compose build\b|\bkaniko\b|\bbuildah\b|\bpack build\b/,
    "image",
    "a container image",
  ],
  [/\bdocker push\b/, "image", "a container image"],
  [/\bkubectl (?:apply|set image|rollout restart|replace)\b|\bkustomize\b[^\n]*\|\s*kubectl/, "deploy", "Kubernetes"],
  [/\bhelm (?:upgrade|install)\b/, "deploy", "Helm"],
  [/\bargocd app sync\b/, "deploy", "Argo CD"],
  [/\b(?:fly|flyctl) deploy\b/, "deploy", "fly.io"],
  [/\bvercel\b[^\n]*(?:--prod|deploy)/, "deploy", "Vercel"],
  [/\bnetlify deploy\b/, "deploy", "Netlify"],
  [/\b(?:serverless|sls) deploy\b/, "deploy", "Serverless Framework"],
  [/\b(?:cdk|sst|sam) deploy\b/, "deploy", "AWS"],
  [
    /\baws (?:ecs update-service|lambda update-function-code|s3 sync|elasticbeanstalk)\b|\beb deploy\b/,
    "deploy",
    "AWS",
  ],
  [/\bgcloud (?:run|app|functions) deploy\b/, "deploy", "Google Cloud"],
  [/\baz (?:webapp|containerapp|functionapp)\b[^\n]*(?:deploy|up|update)/, "deploy", "Azure"],
  [/\bterraform apply\b|\btofu apply\b|\bpulumi up\b/, "deploy", "infrastructure as code"],
  [/\brailway up\b/, "deploy", "Railway"],
  [/\bheroku (?:container:release|deploy)\b|\bgit push heroku\b|\bgit push dokku\b/, "deploy", "Heroku or Dokku"],
  [/\bwrangler (?:deploy|publish)\b/, "deploy", "Cloudflare"],
  [/\brender\.com\/deploy\b/, "deploy", "Render"],
  [/\bpm2 (?:reload|restart|deploy)\b|\brsync\s|\bscp\s/, "deploy", "a server over SSH"],
  [/\bdocker stack deploy\b|\bssh\b[^\n]*\bdocker[ -]compose\b/, "deploy", "Docker on a server"],
  [
    /\bkubectl rollout undo\b|\bhelm rollback\b|\b(?:fly|flyctl) releases rollback\b|\bvercel rollback\b|--atomic\b/,
    "rollback",
    "rolling back",
  ],
  [
    /\bkubectl rollout status\b|\bcurl\b[^\n]*(?:health|ready|live|status|ping)|\bwait-on\b|\bhelm\b[^\n]*--wait\b/,
    "health",
    "a health check",
  ],
  [
    /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?build\b|\b(?:turbo|nx)\b[^\n]*\bbuild\b|\besbuild\b|\bvite build\b|\bnext build\b/,
    "build",
    "the build",
  ],
];

/** Actions of the GitHub Marketplace whose name says what they do. */
const ACTIONS: readonly (readonly [pattern: RegExp, sign: Sign, name: string])[] = [
  [/^docker\/build-push-action@/, "image", "a container image"],
  [
    /^github\/codeql-action\/analyze@|^aquasecurity\/trivy-action@|^snyk\/actions|^gitleaks\/gitleaks-action@|^actions\/dependency-review-action@|^semgrep\/|^returntocorp\/semgrep/,
    "scan",
    "a security scan",
  ],
  [/^google-github-actions\/deploy-(?:cloudrun|appengine|cloud-functions)@/, "deploy", "Google Cloud"],
  [/^aws-actions\/amazon-ecs-deploy-task-definition@|^aws-actions\/aws-cloudformation/, "deploy", "AWS"],
  [/^azure\/(?:webapps-deploy|functions-action|container-apps-deploy-action|k8s-deploy)@/i, "deploy", "Azure"],
  [/^amondnet\/vercel-action@/, "deploy", "Vercel"],
  [/^nwtgck\/actions-netlify@/, "deploy", "Netlify"],
  [/^cloudflare\/(?:wrangler-action|pages-action)@/, "deploy", "Cloudflare"],
  [/^akhileshns\/heroku-deploy@/, "deploy", "Heroku"],
  [/^appleboy\/(?:ssh|scp)-action@/, "deploy", "a server over SSH"],
];

/** How deep scripts that call scripts are followed. */
const DEEPEST = 4;

/** What a script does; each use once. */
export function usesOf(script: string, scripts: ReadonlyMap<string, string>): readonly CommandUse[] {
  const text = expand(script, scripts, DEEPEST);
  const uses = new Map<string, CommandUse>();
  for (const [pattern, sign, name] of COMMANDS) {
    if (pattern.test(text)) uses.set(`${sign} ${name}`, { sign, name });
  }
  // `npm run migrate` that is followed into its tool needs no second name.
  if ([...uses.keys()].some((key) => /^migration \S+ migrations$/.test(key))) uses.delete("migration migrations");
  return [...uses.values()];
}

/** True where a command leads into something that is not read: a Makefile, a script of the repository. */
export function isOpaque(script: string): boolean {
  return /\b(?:make|just|task|bazel|bazelisk|earthly|nix|gradlew?|mage|rake|tilt|skaffold|dagger)\s|(?:^|[\s;&|])(?:\.{1,2}|[\w-]+)\/[\w./-]+\.sh\b|\b(?:bash|sh|node|python3?|tsx|bun)\s+(?:\.\/)?[\w-]+\/[\w./-]+/m.test(
    script,
  );
}

/** What a marketplace action does. */
export function usesOfAction(action: string): readonly CommandUse[] {
  return ACTIONS.flatMap(([pattern, sign, name]) => (pattern.test(action) ? [{ sign, name }] : []));
}

/** A script and the scripts of package.json that it runs. Comments say nothing. */
function expand(script: string, scripts: ReadonlyMap<string, string>, depth: number): string {
  const text = script.replace(/(^|\s)#[^\n]*/g, "$1").replace(/[ \t]+/g, " ");
  if (depth === 0) return text;
  const called = [...text.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run(?:-script)?\s+)?(?:-[-\w=]+\s+)*([\w:.-]+)/g)];
  const inner = called.flatMap(([, name = ""]) => scripts.get(name) ?? []);
  return [text, ...inner.map((each) => expand(each, scripts, depth - 1))].join("\n");
}
