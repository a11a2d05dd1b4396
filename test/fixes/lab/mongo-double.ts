/**
 * A double of a MongoDB server: as much of the wire protocol and of its commands as Mongoose uses here, in memory.
 *
 * There is no server to install: none in the npm registry or in Debian. Kept from the real one: every command is atomic,
 * unique indexes refuse with error 11000, an upsert sets what its filter is equal to, and a transaction is all or nothing
 * (one at a time: others wait for it).
 * https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */
import { createRequire } from "node:module";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { type Document, insertInto, matches, type Store, sorted, updateIn } from "./mongo-documents.ts";
import { labFolder } from "./packages.ts";

export interface MongoDouble {
  readonly url: string;
  /** Collections by name. */
  readonly store: Store;
  stop(): Promise<void>;
}

let shared: Promise<MongoDouble> | undefined;

/** One for the whole run. */
export function mongoDouble(): Promise<MongoDouble> {
  shared ??= startMongoDouble();
  return shared;
}

export async function stopMongoDouble(): Promise<void> {
  await (await shared)?.stop();
}

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

interface Bson {
  serialize(document: Document): Uint8Array;
  deserialize(bytes: Uint8Array): Document;
  ObjectId: new () => unknown;
}

async function startMongoDouble(): Promise<MongoDouble> {
  const bson: Bson = createRequire(join(labFolder, "package.json"))("bson");
  const store: Store = new Map();
  const sockets = new Set<Socket>();
  const transactions = oneAtATime(store);
  let port = 0;

  const hello = () => ({
    ok: 1,
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    setName: "lab",
    hosts: [`127.0.0.1:${port}`],
    primary: `127.0.0.1:${port}`,
    me: `127.0.0.1:${port}`,
    minWireVersion: 0,
    maxWireVersion: 25,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    logicalSessionTimeoutMinutes: 30,
    localTime: new Date(),
  });

  async function answer(command: Document): Promise<Document> {
    const [name = ""] = Object.keys(command);
    if (/^(?:hello|ismaster|isMaster)$/.test(name)) return hello();
    // A network's way there: requests of clients overlap, as they do in life.
    await new Promise((resolve) => setTimeout(resolve, 10));
    await transactions.enter(command);
    try {
      return run(name, command);
    } catch (error) {
      const { code = 8, message } = error as Error & { code?: number };
      return { ok: 0, errmsg: message, code };
    }
  }

  function run(name: string, command: Document): Document {
    const collection = store.get(String(command[name])) ?? { documents: [], unique: [] };
    const cursor = (firstBatch: readonly Document[]) => ({
      ok: 1,
      cursor: { id: 0n, ns: `lab.${command[name]}`, firstBatch },
    });
    switch (name) {
      case "ping":
      case "endSessions":
      case "killCursors":
        return { ok: 1 };
      case "commitTransaction":
      case "abortTransaction":
        transactions.end(name === "commitTransaction" ? "keep" : "undo");
        return { ok: 1 };
      case "createIndexes":
        store.set(String(command[name]), collection);
        for (const index of command.indexes as Document[])
          if (index.unique) collection.unique.push(Object.keys(index.key as Document));
        return { ok: 1 };
      case "create":
        store.set(String(command[name]), collection);
        return { ok: 1 };
      case "insert":
        store.set(String(command[name]), collection);
        return written(command.documents as Document[], (document) => {
          insertInto(collection, document);
          return { n: 1 };
        });
      case "find": {
        const found = collection.documents.filter((document) => matches(document, command.filter as Document));
        return cursor(sorted(found, command.sort as Document | undefined).slice(0, Number(command.limit) || undefined));
      }
      case "update":
        store.set(String(command[name]), collection);
        return written(command.updates as Document[], ({ q, u, upsert, multi }) =>
          updateIn(collection, {
            filter: q as Document,
            change: u as Document,
            upsert,
            multi,
            newId: () => new bson.ObjectId(),
          }),
        );
      case "delete":
        return written(command.deletes as Document[], ({ q, limit }) => {
          const gone = collection.documents.filter((document) => matches(document, q as Document));
          const taken = new Set(limit === 1 ? gone.slice(0, 1) : gone);
          collection.documents = collection.documents.filter((document) => !taken.has(document));
          return { n: taken.size };
        });
      case "findAndModify":
        store.set(String(command[name]), collection);
        return findAndModify(command, collection, bson);
      case "aggregate": {
        const [match, group] = command.pipeline as [Document, Document | undefined];
        const found = collection.documents.filter((document) => matches(document, (match?.$match ?? {}) as Document));
        return cursor(group?.$group ? (found.length > 0 ? [{ _id: 1, n: found.length }] : []) : found);
      }
      default:
        throw new Error(`the double does not know ${name}`);
    }
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      while (bytes.length >= 4 && bytes.length >= bytes.readInt32LE(0)) {
        const length = bytes.readInt32LE(0);
        const message = bytes.subarray(0, length);
        bytes = bytes.subarray(length);
        void reply(message).then((answered) => socket.write(answered));
      }
    });
  });

  async function reply(message: Buffer): Promise<Buffer> {
    const request = message.readInt32LE(4);
    if (message.readInt32LE(12) === OP_QUERY) {
      const body = bson.serialize(hello());
      const head = Buffer.alloc(20);
      head.writeInt32LE(1, 16);
      return framed(OP_REPLY, request, Buffer.concat([head, body]));
    }
    const body = bson.serialize(await answer(commandIn(message.subarray(20), bson)));
    return framed(OP_MSG, request, Buffer.concat([Buffer.alloc(5), body]));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return {
    url: `mongodb://127.0.0.1:${port}/lab?directConnection=true`,
    store,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The sections of an OP_MSG as one command. */
function commandIn(sections: Buffer, bson: Bson): Document {
  let command: Document = {};
  const lists: Document = {};
  for (let at = 0; at < sections.length; ) {
    const kind = sections[at++];
    const size = sections.readInt32LE(at);
    if (kind === 0) command = bson.deserialize(sections.subarray(at, at + size));
    else {
      const end = sections.indexOf(0, at + 4);
      const documents: Document[] = [];
      for (let inner = end + 1; inner < at + size; inner += sections.readInt32LE(inner))
        documents.push(bson.deserialize(sections.subarray(inner, inner + sections.readInt32LE(inner))));
      lists[sections.toString("utf8", at + 4, end)] = documents;
    }
    at += size;
  }
  return { ...command, ...lists };
}

function framed(code: number, to: number, body: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + body.length, 0);
  head.writeInt32LE(to, 8);
  head.writeInt32LE(code, 12);
  return Buffer.concat([head, body]);
}

/** Runs each; what a unique index refuses is told as the server tells it. */
function written(items: readonly Document[], make: (item: Document) => Document): Document {
  let total = 0;
  let modified = 0;
  const upserted: Document[] = [];
  for (const [index, item] of items.entries()) {
    try {
      const { n = 0, nModified = 0, upsertedId } = make(item);
      total += Number(n);
      modified += Number(nModified);
      if (upsertedId !== undefined) upserted.push({ index, _id: upsertedId });
    } catch (error) {
      const { code, message } = error as Error & { code?: number };
      return { ok: 1, n: total, nModified: modified, writeErrors: [{ index, code: code ?? 8, errmsg: message }] };
    }
  }
  return { ok: 1, n: total, nModified: modified, ...(upserted.length > 0 ? { upserted } : {}) };
}

function findAndModify(command: Document, collection: Parameters<typeof insertInto>[0], bson: Bson): Document {
  const filter = command.query as Document;
  const before = collection.documents.find((document) => matches(document, filter));
  if (command.remove) {
    collection.documents = collection.documents.filter((document) => document !== before);
    return { ok: 1, value: before ?? null, lastErrorObject: { n: before ? 1 : 0 } };
  }
  const old = before ? structuredClone(before) : null;
  const change = command.update as Document;
  const { upsertedId } = updateIn(collection, {
    filter,
    change,
    upsert: command.upsert,
    newId: () => new bson.ObjectId(),
  });
  const now = before ?? collection.documents.find((document) => document._id === upsertedId) ?? null;
  return {
    ok: 1,
    value: command.new ? now : old,
    lastErrorObject: { n: now ? 1 : 0, updatedExisting: before !== undefined },
  };
}

/** Commands of others wait while a transaction runs; what it did is undone where it is aborted. */
function oneAtATime(store: Store) {
  let running: { readonly id: string; readonly before: Store; readonly over: Promise<void>; end(): void } | undefined;
  const idOf = ({ lsid, txnNumber }: Document) => JSON.stringify([lsid, String(txnNumber)]);
  return {
    async enter(command: Document): Promise<void> {
      const isPart = command.autocommit === false;
      while (running && !(isPart && running.id === idOf(command))) await running.over;
      if (!isPart || running) return;
      if (command.startTransaction !== true) return;
      let end = () => {};
      const over = new Promise<void>((resolve) => {
        end = resolve;
      });
      const before: Store = new Map(
        [...store].map(([name, { documents, unique }]) => [
          name,
          { documents: documents.map((document) => ({ ...document })), unique: [...unique] },
        ]),
      );
      running = { id: idOf(command), before, over, end };
    },
    end(how: "keep" | "undo"): void {
      if (!running) return;
      if (how === "undo") {
        store.clear();
        for (const [name, collection] of running.before) store.set(name, collection);
      }
      const { end } = running;
      running = undefined;
      end();
    },
  };
}
