/**
 * A message that is sent beside a row goes through an outbox: it is a row of the same transaction, and is sent from there.
 * For jobs of BullMQ, Bull and pg-boss and messages of SQS, beside node-postgres, Prisma and Knex on PostgreSQL.
 */
import type { CallExpression, Expression } from "../../facts/file-facts.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { freeName } from "../code/add-import.ts";
import { inFileStyle, quoted, styleOf } from "../code/file-style.ts";
import { addHelper } from "../code/helper-file.ts";
import { nameInReach, rootName } from "../code/names-in-reach.ts";
import { lineEnd, type SourceText, sourceText } from "../code/source-text.ts";
import { insertBefore, returns, statementEnd, statementStart } from "../code/statements.ts";
import { composeEdits, insertion, tidyEdits } from "../code/text-edits.ts";
import { callAt, deep, functionAround, holds } from "../code/visit-facts.ts";
import { addKnexMigration } from "../schema/knex-migration.ts";
import { addPrismaModel } from "../schema/prisma-schema.ts";
import { addMigration } from "../schema/sql-migration.ts";
import { stores } from "../stores/all.ts";
import { clientType } from "../stores/prisma.ts";
import { inOneTransaction } from "./in-one-transaction.ts";
import { knexOutbox, knexOutboxText, outboxSql, pgOutboxText, prismaOutbox, prismaOutboxText } from "./outbox-text.ts";
import { rangeOf, resultOf } from "./transaction-around.ts";

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
      title: "Send it through an outbox table, in the same transaction",
      kind: "suggestion",
      edits: () => plan(to) ?? [],
      checklist: [
        "Run the new migration before this code is deployed.",
        "It is sent about a second later than before, by any process that has this file loaded.",
        "Delete rows that were sent long ago.",
      ],
    }
  );
}

function plan({ entryPoint, write, message, model }: MessageToKeep): readonly Edit[] | undefined {
  const source = sourceText(model, message.place.file);
  const call = source && callAt(source.facts, message.call.place.at);
  if (!source || !call || write.place.file !== source.file || !isStore(write.via)) return undefined;
  const job = jobOf(source, call, message.via);
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
  /** What it is sent with, as code. */
  readonly queue: string;
  /** Tells its messages from others: `receipts.receipt`. */
  readonly topic: string;
  readonly data: string;
  /** Sends `data` under `id`, as code. */
  readonly send: string;
}

function jobOf(source: SourceText, call: CallExpression, via: string): Job | undefined {
  if (via === "sqs") return sqsMessage(source, call);
  const { text } = source;
  const [name, data] = call.arguments;
  const method = call.callee.kind === "member" ? call.callee.name : "";
  const key = JOB_KEYS[via];
  if (call.callee.kind !== "member" || key?.method !== method || call.arguments.length !== 2) return undefined;
  if (name?.kind !== "literal" || typeof name.value !== "string" || !data) return undefined;
  const queue = text.slice(...call.callee.object.at);
  if (!/^[\w$.]+$/.test(queue)) return undefined;
  const written = text.slice(...name.at);
  return {
    queue,
    topic: `${queue.split(".").at(-1)}.${name.value}`,
    data: text.slice(...data.at),
    send: `${queue}.${method}(${written}, data, { ${key.option}: id })`,
  };
}

/** How each library is told that a job is the same as one before. */
const JOB_KEYS: Readonly<Record<string, { readonly method: string; readonly option: string }>> = {
  bullmq: { method: "add", option: "jobId" },
  bull: { method: "add", option: "jobId" },
  "pg-boss": { method: "send", option: "singletonKey" },
};

/** `sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(data) }))`, whose other fields stand in the module. */
function sqsMessage({ text, facts }: SourceText, call: CallExpression): Job | undefined {
  const [command] = call.arguments;
  if (call.callee.kind !== "member" || call.callee.name !== "send" || call.arguments.length !== 1) return undefined;
  const [input] = command?.kind === "call" ? command.arguments : [];
  const body = input?.kind === "object" ? input.fields.find((field) => field.key === "MessageBody")?.value : undefined;
  if (
    !command ||
    input?.kind !== "object" ||
    body?.kind !== "call" ||
    text.slice(...body.callee.at) !== "JSON.stringify"
  )
    return undefined;
  const others = input.fields.filter((field) => field.value !== body);
  const isModules = others.every(
    ({ key, value }) => key !== undefined && names(value).every((one) => facts.bindings[one]?.owner === 0),
  );
  const [data] = body.arguments;
  if (!isModules || !data || body.arguments.length !== 1) return undefined;
  const queue = text.slice(...call.callee.object.at);
  const sent = `${text.slice(command.at[0], data.at[0])}data${text.slice(data.at[1], command.at[1])}`;
  if (!/^[\w$.]+$/.test(queue) || sent.includes("\n")) return undefined;
  const url = others.find(({ key }) => key === "QueueUrl")?.value;
  const topic = url ? (/(\w+)\W*$/.exec(text.slice(...url.at))?.[1] ?? "sqs") : "sqs";
  return { queue, topic, data: text.slice(...data.at), send: `${queue}.send(${sent})` };
}

/** Bindings that an expression reads. */
function names(expression: Expression): readonly number[] {
  return [...deep([expression])].flatMap((one) => (one.kind === "name" && one.binding >= 0 ? [one.binding] : []));
}

type StoreVia = "pg" | "prisma" | "knex";

function isStore(via: string): via is StoreVia {
  return via === "pg" || via === "prisma" || via === "knex";
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
  const topic = quoted(style, job.topic);
  const line = inFileStyle(source, [
    `const ${name} = ${local}(${client}, ${topic}, (data${type}${/\bid\b/.test(job.send) ? ", id" : ""}) => ${job.send});`,
  ])[0]!;
  // Where the queue and the client are there already: ahead of the statement of the module that holds the function.
  const at = source.facts.functions[owner]!.at[0];
  const statement = (source.facts.functions[0]?.body ?? []).find((one) => one.at[0] <= at && at < one.at[1]);
  if (statement) return insertBefore(source, statement, [line, ""]);
  const imports = Math.max(0, ...source.facts.imports.map((fact) => lineEnd(source.text, fact.at[1])));
  return insertion(source.file, imports, `${style.newline}${style.newline}${line}`);
}

function addOutbox(model: ServiceModel, entryPoint: EntryPoint, source: SourceText, via: string) {
  if (!isStore(via)) return undefined;
  const { app } = entryPoint;
  const schema = TABLES[via](model, app);
  const helper = addHelper(model, app, source, {
    name: "outbox",
    exports: "outbox",
    folders: ["lib", "utils", "helpers", "services", "shared"],
    mark: "SKIP LOCKED",
    text: (file, style) =>
      via === "prisma"
        ? prismaOutboxText(style, style.typed ? clientType({ model, app, file, style, table: "" }) : "")
        : via === "knex"
          ? knexOutboxText(style)
          : pgOutboxText(style),
  });
  if (!helper || (!helper.known && !schema)) return undefined;
  return { local: helper.local, edits: [...helper.edits, ...(helper.known ? [] : (schema ?? []))] };
}

const TABLES: Readonly<Record<StoreVia, (model: ServiceModel, app: string) => readonly Edit[] | undefined>> = {
  pg: pgTable,
  prisma: prismaTable,
  knex: knexTable,
};

function knexTable(model: ServiceModel, app: string): readonly Edit[] | undefined {
  if (model.schema.tables.has("outbox")) return undefined;
  const edit = addKnexMigration(model, app, knexOutbox);
  return edit ? [edit] : pgTable(model, app);
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
