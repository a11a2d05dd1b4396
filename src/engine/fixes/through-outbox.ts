/**
 * A job that is queued beside a row goes through an outbox: it is a row of the same transaction, and is queued from there.
 * For BullMQ, beside node-postgres and Prisma on PostgreSQL.
 */
import type { CallExpression } from "../facts/file-facts.ts";
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Edit, Fix } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { freeName } from "./add-import.ts";
import { inFileStyle, quoted, styleOf } from "./file-style.ts";
import { addHelper } from "./helper-file.ts";
import { nameInReach, rootName } from "./names-in-reach.ts";
import { outboxSql, pgOutboxText, prismaOutbox, prismaOutboxText } from "./outbox-text.ts";
import { addPrismaModel } from "./prisma-schema.ts";
import { lineEnd, type SourceText, sourceText } from "./source-text.ts";
import { addMigration } from "./sql-migration.ts";
import { insertBefore, returns, statementEnd, statementStart } from "./statements.ts";
import { stores } from "./stores/all.ts";
import { clientType } from "./stores/prisma.ts";
import { composeEdits, insertion, tidyEdits } from "./text-edits.ts";
import { rangeOf, resultOf } from "./transaction-around.ts";
import { inOneTransaction } from "./transactions/in-one-transaction.ts";
import { callAt, functionAround, holds } from "./visit-facts.ts";

export interface MessageToKeep {
  readonly entryPoint: EntryPoint;
  readonly write: Effect;
  readonly message: Effect;
  readonly model: ServiceModel;
}

/** Undefined where row and message stand apart, or the queue is not known in the whole file. */
export function throughOutbox(to: MessageToKeep): Fix | undefined {
  return (
    plan(to) && {
      title: "Queue it through an outbox table, in the same transaction",
      kind: "suggestion",
      edits: () => plan(to) ?? [],
      checklist: [
        "Run the new migration before this code is deployed.",
        "The job is queued about a second later than before, by any process that has this file loaded.",
        "Delete rows that were sent long ago.",
      ],
    }
  );
}

function plan({ entryPoint, write, message, model }: MessageToKeep): readonly Edit[] | undefined {
  const source = sourceText(model, message.place.file);
  const call = source && callAt(source.facts, message.call.place.at);
  if (!source || !call || message.via !== "bullmq" || write.place.file !== source.file) return undefined;
  if (write.via !== "pg" && write.via !== "prisma") return undefined;
  const job = jobOf(source, call);
  const owner = functionAround(source.facts, message.place.at[0]);
  if (!job || owner === 0 || functionAround(source.facts, write.place.at[0]) !== owner) return undefined;
  const client = stores.find((store) => store.via.includes(write.via))?.client(write.call.text);
  const inModule = (code: string) => nameInReach(source.facts, rootName(code) ?? "", owner, call.at[0])?.owner === 0;
  if (!client || !inModule(client) || !inModule(job.queue)) return undefined;

  const range = rangeOf(source, owner, [write, message]);
  const first = range?.[0];
  const last = range?.at(-1);
  if (!range || !first || !last || returns(range)) return undefined;
  const span = [statementStart(source.text, first), statementEnd(source.text, last)] as const;
  const result = resultOf(source, range, span);
  const others = entryPoint.effects.filter(
    (effect) =>
      effect !== message &&
      effect.category !== "database" &&
      holds(span, effect.place.at) &&
      effect.place.file === source.file,
  );
  if (result === undefined || others.length > 0) return undefined;
  const writes = entryPoint.effects.filter(
    (effect) => effect.via === write.via && effect.place.file === source.file && holds(span, effect.place.at),
  );
  const joined = inOneTransaction({ model, entryPoint, source, owner, writes, reads: [], range, result });
  const helper = addOutbox(model, entryPoint, source, write.via);
  if (!joined || !helper) return undefined;

  const name = freeName(source, `${job.queue.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}Outbox`);
  const kept: Edit = { kind: "replace", file: source.file, at: call.at, text: `${name}(${joined.inner}, ${job.data})` };
  const edits = composeEdits(
    joined.edits,
    [kept],
    [declared(source, owner, { name, client, job, local: helper.local })],
    helper.edits,
  );
  return edits && tidyEdits(edits);
}

interface Job {
  readonly queue: string;
  /** As code. */
  readonly name: string;
  readonly data: string;
}

/** `queue.add("name", data)` */
function jobOf({ text }: SourceText, call: CallExpression): Job | undefined {
  const [name, data] = call.arguments;
  if (call.callee.kind !== "member" || call.callee.name !== "add" || call.arguments.length !== 2) return undefined;
  if (name?.kind !== "literal" || typeof name.value !== "string" || !data) return undefined;
  const queue = text.slice(...call.callee.object.at);
  return /^[\w$.]+$/.test(queue) ? { queue, name: text.slice(...name.at), data: text.slice(...data.at) } : undefined;
}

/** `const receiptsOutbox = outbox(pool, "receipts", (data, id) => receipts.add("receipt", data, { jobId: id }))`, above the function. */
function declared(
  source: SourceText,
  owner: number,
  {
    name,
    client,
    job,
    local,
  }: { readonly name: string; readonly client: string; readonly job: Job; readonly local: string },
): Edit {
  const style = styleOf(source);
  const type = style.typed ? ": object" : "";
  const topic = quoted(style, `${job.queue.split(".").at(-1)}.${job.name.slice(1, -1)}`);
  const line = inFileStyle(source, [
    `const ${name} = ${local}(${client}, ${topic}, (data${type}, id) => ${job.queue}.add(${job.name}, data, { jobId: id }));`,
  ])[0]!;
  // Where the queue and the client are there already: ahead of the statement of the module that holds the function.
  const at = source.facts.functions[owner]!.at[0];
  const statement = (source.facts.functions[0]?.body ?? []).find((one) => one.at[0] <= at && at < one.at[1]);
  if (statement) return insertBefore(source, statement, [line, ""]);
  const imports = Math.max(0, ...source.facts.imports.map((fact) => lineEnd(source.text, fact.at[1])));
  return insertion(source.file, imports, `${style.newline}${style.newline}${line}`);
}

function addOutbox(model: ServiceModel, entryPoint: EntryPoint, source: SourceText, via: "pg" | "prisma") {
  const { app } = entryPoint;
  const schema = via === "pg" ? pgTable(model, app) : prismaTable(model, app);
  const helper = addHelper(model, app, source, {
    name: "outbox",
    exports: "outbox",
    folders: ["lib", "utils", "helpers", "services", "shared"],
    mark: "SKIP LOCKED",
    text: (file, style) =>
      via === "pg"
        ? pgOutboxText(style)
        : prismaOutboxText(style, style.typed ? clientType({ model, app, file, style, table: "" }) : ""),
  });
  if (!helper || (!helper.known && !schema)) return undefined;
  return { local: helper.local, edits: [...helper.edits, ...(helper.known ? [] : (schema ?? []))] };
}

function pgTable(model: ServiceModel, app: string): readonly Edit[] | undefined {
  if (model.schema.tables.has("outbox")) return undefined;
  const prefix = app === "" ? "" : `${app}/`;
  const paths = [...model.paths].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  const migration = addMigration(paths, "outbox", outboxSql);
  return migration && [{ ...migration.edit, file: prefix + migration.edit.file }];
}

function prismaTable(model: ServiceModel, app: string): readonly Edit[] | undefined {
  const paths = [...model.paths].filter((path) => path.startsWith(app));
  const file = paths.find((path) => path.endsWith(".prisma") && /^\s*datasource\s/m.test(model.text(path) ?? ""));
  const text = file === undefined ? undefined : model.text(file);
  if (
    file === undefined ||
    text === undefined ||
    !/provider\s*=\s*"postgres/.test(text) ||
    /^\s*model\s+Outbox\b/m.test(text)
  )
    return undefined;
  const edits = addPrismaModel(file, text, "Outbox", prismaOutbox.model);
  const hasMigrations = paths.some((path) => /(?:^|\/)migrations\/\d{14}_[^/]+\/migration\.sql$/.test(path));
  const migration = hasMigrations ? addMigration(paths, "outbox", prismaOutbox.sql) : undefined;
  return migration ? [...edits, migration.edit] : edits;
}
