/**
 * Serves the functions below `pages/api` of the working directory as Next.js calls them: with Node's request and response, the
 * body parsed. https://nextjs.org/docs/pages/building-your-application/routing/api-routes
 */
import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

const handlers = new Map<string, Handler>();
for (const file of readdirSync("pages", { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".ts")) continue;
  const path = `/${file
    .split(sep)
    .join("/")
    .replace(/\.ts$/, "")
    .replace(/\/index$/, "")}`;
  handlers.set(path, (await import(pathToFileURL(join(process.cwd(), "pages", file)).href)).default);
}
const { migrate } = await import(pathToFileURL(join(process.cwd(), "lib/db.ts")).href);
await migrate();

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const sent = Buffer.concat(chunks).toString("utf8");
  // The scenarios say `/orders`, the files `pages/api/orders`.
  request.url = `/api${request.url}`;
  Object.assign(request, { body: sent === "" ? undefined : JSON.parse(sent), query: {} });
  Object.assign(response, {
    status(code: number) {
      response.statusCode = code;
      return response;
    },
    json(body: unknown) {
      response.setHeader("Content-Type", "application/json; charset=utf-8");
      response.end(JSON.stringify(body));
    },
  });
  const handler = handlers.get(request.url.split("?")[0]!);
  try {
    if (handler) await handler(request, response);
    else response.writeHead(404).end();
  } catch (error) {
    console.error(error);
    response.statusCode = 500;
    response.end("Internal Server Error");
  }
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`port ${address?.port}`);
});
