/**
 * PostgreSQL without an installation: PGlite behind the real wire protocol, so that every client library works.
 *
 * PGlite is one session. Connections take turns: one owns the session from its first message until the server says it
 * is idle again (ReadyForQuery with status `I`), which keeps transactions whole and apart.
 * Protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
import { createServer, type Socket } from "node:net";
import { PGlite } from "@electric-sql/pglite";

export interface EmbeddedPostgres {
  readonly url: string;
  readonly db: PGlite;
  stop(): Promise<void>;
}

const SSL_REQUEST = 80877103;
const CANCEL_REQUEST = 80877102;

export async function startEmbeddedPostgres(): Promise<EmbeddedPostgres> {
  const db = await PGlite.create();
  const turns = takeTurns();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    serve(socket, db, turns);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${address.port}/postgres`,
    db,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await turns.acquire();
      await db.close();
    },
  };
}

interface Turns {
  /** Resolves when the session is ours; call the result to give it back. */
  acquire(): Promise<() => void>;
}

function takeTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    acquire() {
      let release = () => {};
      const before = last;
      last = new Promise((resolve) => {
        release = resolve;
      });
      return before.then(() => release);
    },
  };
}

function serve(socket: Socket, db: PGlite, turns: Turns) {
  let buffer = Buffer.alloc(0);
  let started = false;
  let release: (() => void) | undefined;
  let work: Promise<void> = Promise.resolve();

  socket.on("data", (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    work = work.then(drain).catch(() => {
      socket.destroy();
    });
  });
  socket.on("close", () => {
    work = work.then(async () => {
      if (!release) return;
      await db.exec("ROLLBACK").catch(() => undefined);
      release();
      release = undefined;
    });
  });

  async function drain() {
    while (!started && buffer.length >= 8 && buffer.length >= buffer.readInt32BE(0)) {
      const packet = take(buffer.readInt32BE(0));
      const code = packet.readInt32BE(4);
      if (code === SSL_REQUEST) socket.write("N");
      else if (code === CANCEL_REQUEST) socket.end();
      else {
        started = true;
        socket.write(greeting());
      }
    }
    if (!started) return;
    let batch: Buffer[] = [];
    while (buffer.length >= 5 && buffer.length >= buffer.readInt32BE(1) + 1) {
      const message = take(buffer.readInt32BE(1) + 1);
      const type = String.fromCharCode(message[0]!);
      if (type === "X") {
        socket.end();
        return;
      }
      batch.push(message);
      // Everything up to Query, Sync or Flush is one piece of work.
      if (type !== "Q" && type !== "S" && type !== "H") continue;
      const request = Buffer.concat(batch);
      batch = [];
      release ??= await turns.acquire();
      const status = await run(request);
      if (status !== "I") continue;
      release();
      release = undefined;
    }
    if (batch.length > 0) buffer = Buffer.concat([...batch, buffer]);
  }

  /** Runs messages and gives the status of the last ReadyForQuery, `T` where there was none. */
  async function run(request: Buffer): Promise<string> {
    const answer = Buffer.from(await db.execProtocolRaw(request, { syncToFs: false }));
    if (!socket.destroyed) socket.write(answer);
    let status = "T";
    for (let at = 0; at + 5 <= answer.length; at += answer.readInt32BE(at + 1) + 1) {
      if (answer[at] === 0x5a) status = String.fromCharCode(answer[at + 5]!);
    }
    return status;
  }

  function take(length: number): Buffer {
    const packet = buffer.subarray(0, length);
    buffer = buffer.subarray(length);
    return packet;
  }
}

/** AuthenticationOk, the parameters clients ask for, a key nobody uses, ReadyForQuery. */
function greeting(): Buffer {
  const parameters = {
    server_version: "17.5",
    client_encoding: "UTF8",
    DateStyle: "ISO, MDY",
    TimeZone: "UTC",
    integer_datetimes: "on",
    standard_conforming_strings: "on",
  };
  return Buffer.concat([
    frame("R", Buffer.from([0, 0, 0, 0])),
    ...Object.entries(parameters).map(([name, value]) => frame("S", Buffer.from(`${name}\0${value}\0`))),
    frame("K", Buffer.alloc(8)),
    frame("Z", Buffer.from("I")),
  ]);
}

function frame(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
