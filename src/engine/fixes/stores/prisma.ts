/** Prisma. https://www.prisma.io/docs/orm/reference/prisma-client-reference */
import { directoryOf, joinPath } from "../../link/files/paths.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { type FileStyle, relativeSpecifier } from "../code/file-style.ts";
import { resolveRelative } from "../code/names-in-reach.ts";
import { addPrismaModel } from "../schema/prisma-schema.ts";
import { addMigration } from "../schema/sql-migration.ts";
import {
  type HelperContext,
  importLine,
  inBlock,
  type Purpose,
  type SchemaChange,
  type Store,
  typed,
} from "./store.ts";

const models: Record<Purpose, { readonly name: string; readonly lines: readonly string[] }> = {
  events: {
    name: "ProcessedEvent",
    lines: [
      "source      String",
      "eventId     String",
      "claimedAt   DateTime  @default(now())",
      "completedAt DateTime?",
      "",
      "@@id([source, eventId])",
    ],
  },
  answers: {
    name: "IdempotencyKey",
    lines: [
      "scope       String",
      "key         String",
      "fingerprint String",
      "claimedAt   DateTime @default(now())",
      "status      Int?",
      "body        String?",
      "type        String?",
      "",
      "@@id([scope, key])",
    ],
  },
};

const migrationNames: Record<Purpose, string> = { events: "processed_events", answers: "idempotency_keys" };

export const prismaStore: Store = {
  via: ["prisma"],
  client: (call) => /^([\w$.]+?)\.(?:\$\w+|\w+\.\w+)$/.exec(call)?.[1],
  schema: prismaTable,

  processOnce: (context) => ({
    imports: clientType(context),
    client: `prisma${typed(context.style, `: Pick<PrismaClient, "processedEvent">`)}`,
    above: "const LEASE = 5 * 60 * 1000; // milliseconds",
    claim: `${insertOnce(context, "processedEvent", "{ source, eventId }")}
const takenOver = await prisma.processedEvent.updateMany({
  where: { source, eventId, completedAt: null, claimedAt: { lt: new Date(Date.now() - LEASE) } },
  data: { claimedAt: new Date() },
});
if (created.count === 0 && takenOver.count === 0) {
  const known = await prisma.processedEvent.findUnique({ where: { source_eventId: { source, eventId } } });
  return { outcome: known?.completedAt ? "duplicate" : "busy" };
}`,
    release: `await prisma.processedEvent.delete({ where: { source_eventId: { source, eventId } } });`,
    complete: `await prisma.processedEvent.update({
  where: { source_eventId: { source, eventId } },
  data: { completedAt: new Date() },
});`,
  }),

  idempotent: (context) => ({
    imports: clientType(context),
    client: `prisma${typed(context.style, `: Pick<PrismaClient, "idempotencyKey">`)}`,
    claim: (again) => `${insertOnce(context, "idempotencyKey", "{ scope, key, fingerprint }")}
const takenOver = await prisma.idempotencyKey.updateMany({
  where: { scope, key, status: null, claimedAt: { lt: new Date(Date.now() - 5 * 60 * 1000) } },
  data: { claimedAt: new Date(), fingerprint },
});
if (created.count === 0 && takenOver.count === 0) {
  const stored = await prisma.idempotencyKey.findUnique({ where: { scope_key: { scope, key } } });
  ${inBlock(again("stored"))}
}`,
    complete: `await prisma.idempotencyKey.update({ where: { scope_key: { scope, key } }, data: { status, body, type } });`,
    release: `await prisma.idempotencyKey.delete({ where: { scope_key: { scope, key } } });`,
  }),
};

/**
 * Statements after which `created.count` is 0 where the row was there. Some databases cannot skip duplicates:
 * https://www.prisma.io/docs/orm/reference/prisma-client-reference#createmany
 */
function insertOnce({ model, app, style }: HelperContext, delegate: string, row: string): string {
  if (/^(?:postgresql|postgres|mysql|cockroachdb)$/.test(providerOf(model, app) ?? "")) {
    return `const created = await prisma.${delegate}.createMany({ data: [${row}], skipDuplicates: true });`;
  }
  return `const created = await prisma.${delegate}.create({ data: ${row} }).then(
  () => ({ count: 1 }),
  (error${typed(style, ": { code?: string }")}) => {
    if (error.code !== "P2002") throw error;
    return { count: 0 };
  },
);`;
}

function providerOf(model: ServiceModel, app: string): string | undefined {
  for (const path of model.paths) {
    if (!path.endsWith(".prisma") || !path.startsWith(app)) continue;
    const provider = /datasource[^}]*provider\s*=\s*"(\w+)"/.exec(model.text(path) ?? "")?.[1];
    if (provider) return provider;
  }
  return undefined;
}

const clients = new WeakMap<ServiceModel, { readonly file: string; readonly module: string } | "none">();

/** The import of `PrismaClient`, from where the project has it. */
export function clientType({ model, file, style }: HelperContext): string {
  let known = clients.get(model);
  if (!known) {
    known = findClient(model) ?? "none";
    clients.set(model, known);
  }
  let module = "@prisma/client";
  if (known !== "none") {
    module = known.module.startsWith(".") ? seenFrom(model, known, file, style) : known.module;
  }
  return importLine(style, "{ PrismaClient }", module, "type");
}

/** The same module as another file imports it; a generated client may not be there to be looked up. */
function seenFrom(
  model: ServiceModel,
  known: { readonly file: string; readonly module: string },
  file: string,
  style: FileStyle,
): string {
  const target = resolveRelative(model, known.file, known.module);
  if (target !== undefined) return relativeSpecifier(file, target, style);
  const path = joinPath(directoryOf(known.file), known.module) ?? known.module;
  const ending = /\.[cm]?[jt]s$/.exec(known.module)?.[0] ?? "";
  return relativeSpecifier(file, path, {
    ...style,
    importEnding: ending === ".ts" ? ".ts" : ending === "" ? "" : ".js",
  });
}

/** Where a file imports the class; files that do not name it are not read. */
function findClient(model: ServiceModel): { readonly file: string; readonly module: string } | undefined {
  let type: { readonly file: string; readonly module: string } | undefined;
  for (const path of model.paths) {
    if (!/\.[cm]?[jt]s$/.test(path) || !model.text(path)?.includes("PrismaClient")) continue;
    const fact = model.facts(path)?.imports.find((one) => one.name === "PrismaClient");
    if (!fact) continue;
    if (!fact.typeOnly) return { file: path, module: fact.module };
    type ??= { file: path, module: fact.module };
  }
  return type;
}

function prismaTable(model: ServiceModel, app: string, purpose: Purpose): SchemaChange | undefined {
  const prefix = app === "" ? "" : `${app}/`;
  const paths = [...model.paths].filter((path) => path.startsWith(prefix));
  const schemas = paths.filter((path) => path.endsWith(".prisma"));
  const main = schemas.find((path) => /^\s*datasource\s/m.test(model.text(path) ?? ""));
  const text = main === undefined ? undefined : model.text(main);
  if (main === undefined || text === undefined) return undefined;
  const { name, lines } = models[purpose];
  if (schemas.some((path) => new RegExp(`^\\s*model\\s+${name}\\b`, "m").test(model.text(path) ?? "")))
    return { table: name, edits: [], steps: [] };

  const edits: Edit[] = [...addPrismaModel(main, text, name, lines)];
  const provider = providerOf(model, app);
  const hasMigrations = paths.some((path) => /(?:^|\/)migrations\/\d{14}_[^/]+\/migration\.sql$/.test(path));
  if (!hasMigrations || provider !== "postgresql") {
    const how = hasMigrations ? `npx prisma migrate dev --name ${migrationNames[purpose]}` : "npx prisma db push";
    return { table: name, edits, steps: [`Run \`${how}\`, which also generates the client.`] };
  }
  const migration = addMigration(paths, migrationNames[purpose], sqlOf(name));
  if (!migration) return undefined;
  return { table: name, edits: [...edits, migration.edit], steps: [migration.step, "Run `npx prisma generate`."] };
}

/** What `prisma migrate` would write for PostgreSQL. */
function sqlOf(name: string): string {
  return name === "ProcessedEvent"
    ? `-- CreateTable
CREATE TABLE "ProcessedEvent" (
    "source" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "claimedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completedAt" TIMESTAMP(3),

    CONSTRAINT "ProcessedEvent_pkey" PRIMARY KEY ("source","eventId")
);
`
    : `-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "claimedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" INTEGER,
    "body" TEXT,
    "type" TEXT,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("scope","key")
);
`;
}
