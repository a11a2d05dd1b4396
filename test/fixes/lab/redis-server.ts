/** A Redis of its own, where the machine has one (`apt install redis-server`). */
import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";

let started: Promise<{ readonly url: string; stop(): void }> | undefined;

export function redisMissing(): string | false {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return false;
  } catch {
    return "redis-server is not installed";
  }
}

/** The same server for all that ask, until `stopRedis`. */
export function startRedis() {
  started ??= start();
  return started;
}

export async function stopRedis(): Promise<void> {
  (await started)?.stop();
  started = undefined;
}

async function start() {
  const port = await freePort();
  const child = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk) => /Ready to accept/.test(String(chunk)) && resolve());
    child.on("exit", () => reject(new Error("redis-server ended")));
  });
  return { url: `redis://127.0.0.1:${port}`, stop: () => void child.kill() };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
