/**
 * Serves the route handlers below `app/` of the working directory as Next.js calls them: a function by the method's name, with
 * a `Request` and the parameters as a promise. https://nextjs.org/docs/app/api-reference/file-conventions/route
 */
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

interface Route {
  readonly segments: readonly string[];
  readonly handlers: Readonly<Record<string, Handler>>;
}

const routes: Route[] = [];
for (const file of readdirSync("app", { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(`${sep}route.ts`)) continue;
  const handlers = await import(pathToFileURL(join(process.cwd(), "app", file)).href);
  routes.push({ segments: file.split(sep).slice(0, -1), handlers });
}
// Fixed segments come before parameters.
routes.sort((a, b) => Number(/\[/.test(a.segments.join())) - Number(/\[/.test(b.segments.join())));
const { register } = await import(pathToFileURL(join(process.cwd(), "instrumentation.ts")).href);
register();

const server = createServer(async (incoming, outgoing) => {
  // The scenarios say `/orders`, the files `app/api/orders`.
  const url = new URL(`/api${incoming.url}`, `http://${incoming.headers.host}`);
  const given = url.pathname.split("/").filter(Boolean);
  const route = routes.find(
    ({ segments }) =>
      segments.length === given.length &&
      segments.every((segment, index) => segment.startsWith("[") || segment === given[index]),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const method = incoming.method ?? "GET";
  const request = new Request(url, {
    method,
    headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]),
    ...(method === "GET" ? {} : { body: Buffer.concat(chunks) }),
  });
  const params = Object.fromEntries(
    (route?.segments ?? []).flatMap((segment, index) =>
      segment.startsWith("[") ? [[segment.slice(1, -1), given[index] ?? ""]] : [],
    ),
  );
  const response = await Promise.resolve(route?.handlers[method]?.(request, { params: Promise.resolve(params) })).catch(
    (error: unknown) => {
      console.error(error);
      return new Response("Internal", { status: 500 });
    },
  );
  const answer = response ?? new Response(null, { status: 404 });
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`port ${address?.port}`);
});
