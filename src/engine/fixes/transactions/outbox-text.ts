/**
 * The text of `outbox.ts` in a project: messages are rows beside the rows they are about, and are sent afterwards.
 * https://microservices.io/patterns/data/transactional-outbox.html
 */
import type { FileStyle } from "../code/file-style.ts";
import { exported, importLine, typed } from "../stores/store.ts";

const doc = `/**
 * Keeps messages beside the rows they are about, in one transaction, and sends them afterwards: both happen, or none.
 *
 * A message is sent again when the process stops right behind it. Its id is the same both times: whoever gets it can tell.
 */`;

/** node-postgres. */
export function pgOutboxText(style: FileStyle): string {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "outbox");
  return `${importLine(style, "{ Pool, PoolClient }", "pg", "type")}${style.typed ? "\n" : ""}${doc}
${before}function outbox${t("<T>")}(pool${t(": Pool")}, topic${t(": string")}, send${t(": (payload: T, id: string) => Promise<unknown>")}) {
  setInterval(() => void relay(pool, topic, send), 1000).unref();
  return (client${t(': Pick<PoolClient, "query">')}, payload${t(": T")}) =>
    client.query("INSERT INTO outbox (topic, payload) VALUES ($1, $2)", [topic, JSON.stringify(payload)]);
}

/** Sends what is waiting, in order. What another process is sending is left to it. */
async function relay${t("<T>")}(pool${t(": Pool")}, topic${t(": string")}, send${t(": (payload: T, id: string) => Promise<unknown>")}) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const waiting = await client.query(
      "SELECT id, payload FROM outbox WHERE topic = $1 AND sent_at IS NULL ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED",
      [topic],
    );
    for (const { id, payload } of waiting.rows) {
      await send(payload, \`outbox-\${id}\`);
      await client.query("UPDATE outbox SET sent_at = now() WHERE id = $1", [id]);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    console.error("The outbox could not be sent, and is tried again.", error);
  } finally {
    client.release();
  }
}
${after}`;
}

/** Prisma on PostgreSQL. */
export function prismaOutboxText(style: FileStyle, clientImport: string): string {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "outbox");
  return `${clientImport}${clientImport === "" ? "" : "\n"}${doc}
${before}function outbox${t("<T extends object>")}(prisma${t(": PrismaClient")}, topic${t(": string")}, send${t(": (payload: T, id: string) => Promise<unknown>")}) {
  setInterval(() => void relay(prisma, topic, send), 1000).unref();
  return (client${t(': Pick<PrismaClient, "outbox">')}, payload${t(": T")}) => client.outbox.create({ data: { topic, payload } });
}

/** Sends what is waiting, in order. What another process is sending is left to it. */
async function relay${t("<T>")}(prisma${t(": PrismaClient")}, topic${t(": string")}, send${t(": (payload: T, id: string) => Promise<unknown>")}) {
  try {
    await prisma.$transaction(async (tx) => {
      const waiting = await tx.$queryRaw${t("<{ id: number; payload: T }[]>")}\`
        SELECT "id", "payload" FROM "Outbox" WHERE "topic" = \${topic} AND "sentAt" IS NULL
        ORDER BY "id" LIMIT 100 FOR UPDATE SKIP LOCKED\`;
      for (const { id, payload } of waiting) {
        await send(payload, \`outbox-\${id}\`);
        await tx.outbox.update({ where: { id }, data: { sentAt: new Date() } });
      }
    });
  } catch (error) {
    console.error("The outbox could not be sent, and is tried again.", error);
  }
}
${after}`;
}

/** Knex on PostgreSQL. */
export function knexOutboxText(style: FileStyle): string {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "outbox");
  return `${importLine(style, "{ Knex }", "knex", "type")}${style.typed ? "\n" : ""}${doc}
${before}function outbox${t("<T extends object>")}(knex${t(": Knex")}, topic${t(": string")}, send${t(": (payload: T, id: string) => Promise<unknown>")}) {
  setInterval(() => void relay(knex, topic, send), 1000).unref();
  return (client${t(": Knex")}, payload${t(": T")}) => client("outbox").insert({ topic, payload: JSON.stringify(payload) });
}

/** Sends what is waiting, in order. What another process is sending is left to it. */
async function relay${t("<T>")}(knex${t(": Knex")}, topic${t(": string")}, send${t(": (payload: T, id: string) => Promise<unknown>")}) {
  try {
    await knex.transaction(async (trx) => {
      const waiting = await trx("outbox")
        .where({ topic })
        .whereNull("sent_at")
        .orderBy("id")
        .limit(100)
        .forUpdate()
        .skipLocked();
      for (const { id, payload } of waiting) {
        await send(payload, \`outbox-\${id}\`);
        await trx("outbox").where({ id }).update({ sent_at: trx.fn.now() });
      }
    });
  } catch (error) {
    console.error("The outbox could not be sent, and is tried again.", error);
  }
}
${after}`;
}

/** The table for Knex. */
export const knexOutbox = {
  name: "outbox",
  comment: "Messages beside the rows they are about, until they are sent.",
  up: `await knex.schema.createTable("outbox", (table) => {
  table.bigIncrements("id");
  table.text("topic").notNullable();
  table.jsonb("payload").notNullable();
  table.timestamp("created_at").notNullable().defaultTo(knex.fn.now());
  table.timestamp("sent_at");
});`,
  down: `await knex.schema.dropTable("outbox");`,
} as const;

export const outboxSql = `-- Messages beside the rows they are about, until they are sent.
CREATE TABLE outbox (
  id bigserial PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz
);
`;

export const prismaOutbox = {
  model: [
    "id        Int       @id @default(autoincrement())",
    "topic     String",
    "payload   Json",
    "createdAt DateTime  @default(now())",
    "sentAt    DateTime?",
  ],
  sql: `-- CreateTable
CREATE TABLE "Outbox" (
    "id" SERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);
`,
} as const;
