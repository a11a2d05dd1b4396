/** Data integrity: what happens when a call arrives twice or stops half-way. */

import { entryPlace, findingPlaces, plural } from "./parts.ts";
import type { Evidence, EvidencePlace } from "./readiness.ts";
import { type Check, lineAt } from "./reading.ts";

const repeatedCalls: Check = ({ map, findings }) => {
  const writing = map.entryPoints.filter((entry) => entry.effects.some(({ access }) => access !== "read"));
  if (writing.length === 0) return undefined;
  const found = findings.filter(({ ruleId, severity }) => ruleId.startsWith("idempotency/") && severity !== "hint");
  return {
    id: "data-integrity/repeated-calls",
    status: found.length > 0 ? "missing" : "present",
    text:
      found.length > 0
        ? `${plural(found.length, "call")} that must not be repeated`
        : "No repeated call is known to do harm",
    advice:
      "Users double-click, providers resend, jobs run again. Give each operation a stable key, and let the second arrival find the first one's result.",
    places: findingPlaces(found),
  };
};

const halfWay: Check = ({ map, findings }) => {
  const several = map.entryPoints.filter((entry) => entry.effects.filter(({ access }) => access !== "read").length > 1);
  if (several.length === 0) return undefined;
  const found = findings.filter(({ ruleId, severity }) => ruleId.startsWith("data-flow/") && severity !== "hint");
  return {
    id: "data-integrity/half-way",
    status: found.length > 0 ? "missing" : "present",
    text:
      found.length > 0
        ? `${plural(found.length, "place")} unsafe to stop at`
        : "Nothing known breaks when stopped half-way",
    advice:
      "Writes that belong together go into one transaction; a message that belongs to a write goes through an outbox.",
    places: findingPlaces(found),
  };
};

const consumersDeduplicate: Check = ({ map }) => {
  const consumers = map.entryPoints.filter(
    ({ kind, effects }) =>
      (kind === "webhook" || kind === "queue" || kind === "event") && effects.some(({ access }) => access !== "read"),
  );
  if (consumers.length === 0) return undefined;
  const bare = consumers.filter(
    (entry) =>
      !entry.guards.some(({ kind }) => kind === "dedupe") && entry.effects.some(({ retrySafe }) => retrySafe === false),
  );
  return {
    id: "data-integrity/consumers",
    status: bare.length > 0 ? "missing" : "present",
    text:
      bare.length > 0
        ? `${bare.length} of ${consumers.length} consumers act twice on one message`
        : `All ${plural(consumers.length, "consumer")} are calm when a message comes twice`,
    advice:
      "Queues and webhooks deliver at least once. Remember the message's id under a unique key, in the same transaction as the effect.",
    places: (bare.length > 0 ? bare : consumers).map(entryPlace),
  };
};

const DEPLOYED =
  /\b(?:prisma\s+migrate\s+deploy|drizzle-kit\s+migrate|typeorm\s+migration:run|sequelize(?:-cli)?\s+db:migrate|knex\s+migrate:latest|mikro-orm\s+migration:up|node-pg-migrate\s+up|db-migrate\s+up|kysely\s+migrate)\b/;
const PUSHED = /\b(?:prisma\s+db\s+push|prisma\s+migrate\s+dev|drizzle-kit\s+push)\b/;
const DATABASES =
  /^(?:@prisma\/client|prisma|drizzle-orm|typeorm|sequelize|knex|@mikro-orm\/core|kysely|pg|mysql2|postgres)$/;
/** Where releases are described. */
const RELEASE_FILES =
  /(?:^|\/)(?:Dockerfile[^/]*|Procfile|fly\.toml|railway\.(?:toml|json)|render\.yaml|docker-compose[^/]*\.ya?ml|compose\.ya?ml|entrypoint\.sh)$|^\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$/;

/** Scripts that only developers run. */
const DEVELOPMENT =
  /^(?:dev|develop|watch|test|seed|studio|generate|format|lint|db:(?:push|dev|reset|seed)|migrate:dev|prisma:dev)/;

const migrations: Check = (reading) => {
  if (!reading.dependency(DATABASES)) return undefined;
  const deployed: EvidencePlace[] = [];
  const pushed: EvidencePlace[] = [];
  const look = (file: string, text: string, line: number) => {
    if (DEPLOYED.test(text)) deployed.push({ file, line, label: text.trim().slice(0, 80) });
    else if (PUSHED.test(text)) pushed.push({ file, line, label: text.trim().slice(0, 80) });
  };
  for (const { file, scripts } of reading.manifests) {
    const text = reading.read(file) ?? "";
    for (const [name, script] of Object.entries(scripts)) {
      if (!DEVELOPMENT.test(name)) look(file, script, lineAt(text, text.indexOf(`"${name}"`)));
    }
  }
  for (const file of reading.matching(RELEASE_FILES)) {
    for (const [index, line] of (reading.read(file) ?? "").split("\n").entries()) look(file, line, index + 1);
  }
  const synced = reading.signs("schema-sync");
  return migrationEvidence(
    deployed,
    [...pushed, ...synced],
    reading.matching(/(?:^|\/)migrations?\/.*\.(?:sql|[jt]s)$/),
  );
};

function migrationEvidence(
  deployed: readonly EvidencePlace[],
  pushed: readonly EvidencePlace[],
  files: readonly string[],
): Evidence {
  const status = pushed.length > 0 ? "missing" : deployed.length > 0 ? "present" : "unknown";
  const texts = {
    missing: "The schema is pushed without migrations",
    present: "Releases apply migrations",
    unknown: files.length > 0 ? `Nothing seen applies the ${plural(files.length, "migration")}` : "No migrations seen",
  };
  return {
    id: "data-integrity/migrations",
    status,
    text: texts[status],
    advice:
      "Schema changes that are pushed or synchronised cannot be read before they run, nor undone. Write migrations, and let the release apply them: `prisma migrate deploy`, `drizzle-kit migrate`, `knex migrate:latest`.",
    places:
      status === "missing"
        ? pushed
        : status === "present"
          ? deployed
          : files.slice(0, 20).map((file) => ({ file, line: 1, label: file })),
  };
}

export const DATA_INTEGRITY: readonly Check[] = [repeatedCalls, halfWay, consumersDeduplicate, migrations];
