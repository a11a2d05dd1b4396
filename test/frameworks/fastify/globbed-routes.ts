// Plug-ins that a glob finds, kept by their paths: which folder it is depends on how the service runs.
// file: package.json
{ "name": "shelf", "dependencies": { "fastify": "4" } }

// file: src/server/index.ts
import fastify from "fastify";
import loadShelves from "./shelves";

async function main() {
  const server = fastify();
  const shelves = await loadShelves();
  const plugins = Object.values(shelves);
  Promise.all(plugins.map((plugin) => server.register(plugin)));
  await server.listen({ port: 3000 });
}
main();

// file: src/server/shelves/index.ts
import glob from "fast-glob";
import fastifyPlugin from "fastify-plugin";
import { pathToFileURL } from "url";

const DEV = process.env.NODE_ENV === "development";

const loadShelves = async (): Promise<Record<string, ReturnType<typeof fastifyPlugin>>> => {
  const files = await glob(`./${DEV ? "src" : "build"}/server/shelves/**/!(*.late).@(ts|js)`, {
    ignore: [`./${DEV ? "src" : "build"}/server/shelves/index.(ts|js)`],
  });
  const shelves: Record<string, ReturnType<typeof fastifyPlugin>> = {};
  for (const file of files) {
    const found = await import(pathToFileURL(file).href);
    if (!found.default) throw new Error(`${file} has no default export`);
    shelves[found.PATH] = found.default;
  }
  return shelves;
};

export default loadShelves;

// file: src/server/signed-in.ts
export async function signedIn(request, reply) {
  if (!request.user) return reply.unauthorized("sign in first"); // guard: authentication signedIn
}

// file: src/server/shelves/books/[id].ts
import { prisma } from "../../../db";
import fastifyPlugin from "fastify-plugin";
import { signedIn } from "../../signed-in";

export const PATH = "/api/books/:id";
export default fastifyPlugin((server, _, done) => {
  server.delete(PATH, { preHandler: [signedIn] }, async (request) => prisma.book.delete({ where: { id: request.params.id } })); // entry: DELETE /api/books/:id
  done();
});

// file: src/server/shelves/books/index.ts
import { prisma } from "../../../db";
import fastifyPlugin from "fastify-plugin";

export const PATH = "/api/books";
export default fastifyPlugin((server, _, done) => {
  server.get(PATH, async () => prisma.book.findMany()); // entry: GET /api/books
  done();
});

// file: src/server/shelves/covers.late.ts
import fastifyPlugin from "fastify-plugin";

export const PATH = "/api/covers";
export default fastifyPlugin((server, _, done) => { // silent: the glob leaves it out
  server.get(PATH, async () => []);
  done();
});

// file: src/db.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();
