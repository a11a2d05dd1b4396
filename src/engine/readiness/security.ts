/** Security: who may enter, and what lies in the open. */
import { KINDS } from "../model/entry-point.ts";
import type { MapEntryPoint } from "../model/service-map.ts";
import { changesSomething, entryPlace, findingPlaces, plural } from "./parts.ts";
import { type Check, placeOf } from "./reading.ts";

const secretsInCode: Check = ({ findings }) => {
  const found = findings.filter(({ ruleId, severity }) => ruleId.startsWith("secrets/") && severity !== "hint");
  return {
    id: "security/secrets",
    status: found.length > 0 ? "missing" : "present",
    text: found.length > 0 ? `${plural(found.length, "secret")} in code` : "No secret found in code",
    advice:
      "Secrets belong in the environment or a secret store. One that was ever committed counts as known: add a new one, deploy, confirm, then revoke the old one.",
    places: findingPlaces(found),
  };
};

/** Somebody outside calls it. Of pages, rules judge what they show, and not what they change. */
function isCalledFromOutside({ kind }: MapEntryPoint): boolean {
  return KINDS[kind].by === "user" && kind !== "page";
}

const TELLS_WHO: ReadonlySet<string> = new Set(["authentication", "role", "ownership", "signature"]);

const callersChecked: Check = ({ map, findings }) => {
  const writing = map.entryPoints.filter(
    (entry) => isCalledFromOutside(entry) && changesSomething(entry) && entry.public === undefined,
  );
  if (writing.length === 0) return undefined;
  const reported = new Set(
    findings.filter(({ ruleId }) => ruleId.startsWith("access/")).map(({ entryPoint }) => entryPoint),
  );
  const open = writing.filter((entry) => reported.has(entry.label));
  const guarded = writing.filter(
    (entry) => entry.guards.some(({ kind }) => TELLS_WHO.has(kind)) && !reported.has(entry.label),
  );
  return {
    id: "security/callers",
    status: open.length > 0 ? "missing" : guarded.length === writing.length ? "present" : "unknown",
    text:
      open.length > 0
        ? `${open.length} of ${writing.length} writing paths open to the wrong callers`
        : `${guarded.length} of ${writing.length} writing paths check who calls`,
    advice:
      "Every path that changes something needs to know who calls and whether they may. Put the guard that its siblings use in front, or mark the path as public on purpose with a reason.",
    places: (open.length > 0 ? open : guarded).map(entryPlace),
  };
};

const webhooksSigned: Check = ({ map }) => {
  const webhooks = map.entryPoints.filter(({ kind }) => kind === "webhook");
  if (webhooks.length === 0) return undefined;
  const unsigned = webhooks.filter((entry) => !entry.guards.some(({ kind }) => kind === "signature"));
  const unknown = unsigned.length > 0 && unsigned.every((entry) => entry.unknown === true);
  return {
    id: "security/webhooks",
    status: unsigned.length === 0 ? "present" : unknown ? "unknown" : "missing",
    text:
      unsigned.length === 0
        ? `All ${plural(webhooks.length, "webhook")} verify the sender`
        : `${unsigned.length} of ${webhooks.length} webhooks without a signature`,
    advice:
      "Anyone who knows the address can call a webhook. Verify the provider's signature over the raw body before anything else.",
    places: (unsigned.length > 0 ? unsigned : webhooks).map(entryPlace),
  };
};

const environmentIgnored: Check = ({ files, read }) => {
  const committed = files.filter((file) =>
    /(?:^|\/)\.env(?:\.(?!example|sample|template|dist|defaults)[\w.-]+)?$/.test(file),
  );
  if (committed.length === 0) return undefined;
  const rules = read(".gitignore") ?? "";
  const covered = /^\s*(?:\*\*\/|\/)?\.env(?:\*|\s|$|\.\*)/m.test(rules) || /^\s*\*?\.env/m.test(rules);
  return {
    id: "security/env-ignored",
    status: covered ? "present" : "missing",
    text: covered ? ".env files stay out of version control" : ".env is not in .gitignore",
    advice:
      "Add `.env` to `.gitignore` and keep a `.env.example` without values. A value that was committed once must be replaced.",
    places: covered
      ? [placeOf(".gitignore", rules, ".env", ".gitignore")]
      : committed.map((file) => ({ file, line: 1, label: file })),
  };
};

const configurationDocumented: Check = ({ map }) => {
  if (map.config.length === 0) return undefined;
  const bare = map.config.filter(({ documented }) => !documented);
  return {
    id: "security/config-documented",
    status: bare.length > 0 ? "missing" : "present",
    text:
      bare.length > 0
        ? `${bare.length} of ${map.config.length} variables undocumented`
        : `All ${plural(map.config.length, "variable")} documented`,
    advice:
      "Whoever deploys next must know which variables the service needs. List each in `.env.example`, or check them in one schema at start.",
    places: bare.map(({ name, file, line }) => ({ file, line, label: name })),
  };
};

const LOGIN =
  /(?:^|[/.])(?:log-?in|sign-?in|sessions?|auth|token|password|forgot|reset|otp|verify|register|sign-?up)\b/i;

const loginsLimited: Check = ({ map, dependency }) => {
  const logins = map.entryPoints.filter(
    ({ kind, method, path }) => kind === "http" && method !== "GET" && LOGIN.test(path),
  );
  if (logins.length === 0) return undefined;
  const open = logins.filter((entry) => !entry.guards.some(({ kind }) => kind === "rateLimit"));
  const limiter = dependency(/rate-?limit|throttle|slow-down|bottleneck|^@upstash\/ratelimit$/i);
  const status = open.length === 0 ? "present" : limiter ? "unknown" : "missing";
  return {
    id: "security/rate-limit",
    status,
    text:
      status === "present"
        ? "Logins and password paths are rate limited"
        : status === "unknown"
          ? `${limiter!.name} is there, but not seen on ${plural(open.length, "login path")}`
          : `${plural(open.length, "login path")} without a rate limit`,
    advice:
      "Passwords are guessed by the million. Limit tries by account and by address on every login, sign-up, reset and code path.",
    places: status === "present" ? logins.map(entryPlace) : open.map(entryPlace),
  };
};

const headersSet: Check = ({ map, dependency }) => {
  if (!map.entryPoints.some(({ framework }) => /^(?:express|fastify|koa|hono)$/.test(framework))) return undefined;
  const found = dependency(/^helmet$|^@fastify\/helmet$|^koa-helmet$|^lusca$/);
  return {
    id: "security/headers",
    status: found ? "present" : "unknown",
    text: found ? `${found.name} sets security headers` : "Security headers: none seen",
    advice:
      "A proxy may set them. Browsers protect users when told to: `Strict-Transport-Security`, `Content-Security-Policy`, `X-Content-Type-Options`. Helmet sets sane ones.",
    places: found ? [found.place] : [],
  };
};

export const SECURITY: readonly Check[] = [
  secretsInCode,
  callersChecked,
  webhooksSigned,
  loginsLimited,
  environmentIgnored,
  configurationDocumented,
  headersSet,
];
