// https://vercel.com/docs/cron-jobs · /docs/cron-jobs/manage-cron-jobs (no retries, but an event may arrive more than once)
import { type DocumentView, defineFramework, type Registry, type TermView } from "./define-framework.ts";
import { routeOf } from "./next/paths.ts";

export default defineFramework({
  title: "Vercel cron jobs",
  packages: [],
  receivers: [],
  handler: { parameters: ["request", "response"], returns: "response" },
  members: {
    "request.headers": "headers",
    "request.cookies": "cookies",
    "request.url": "query",
    "request.nextUrl": "query",
    "request.query": "query",
  },
  methods: { "request.json": "body" },
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.json": { value: "$0" },
    "response.send": { value: "$0" },
    "response.end": { value: "$0" },
  },
  documents: { matches: (path) => /(?:^|\/)vercel\.json$/.test(path), visit },
});

/** `{ "crons": [{ "path": "/api/digest", "schedule": "0 5 * * *" }] }`: the platform calls the route by GET. */
function visit(document: DocumentView, model: Registry, terms: TermView): void {
  const folder = document.path.slice(0, document.path.lastIndexOf("/") + 1);
  const crons = cronsOf(document.text);
  if (crons.length === 0) return;
  const files = routeFiles(terms, folder);
  for (const { path, schedule } of crons) {
    const file = files.get(`/${path.replace(/[?#].*$/, "").replace(/^\/|\/$/g, "")}`);
    const value = file && terms.exports(file).find(({ name }) => name === "GET" || name === "default")?.value;
    if (!value) continue;
    const handler = terms.handler(value, "GET");
    const at = Math.max(document.text.indexOf(JSON.stringify(path)), 0);
    model.entryPoint({
      kind: "schedule",
      path: schedule,
      handlers: [{ ...handler, name: path }],
      delivery: { by: "schedule" },
      place: { file: document.path, at: [at, at + path.length + 2] },
    });
  }
}

/** Files by their address: routes of Next.js below the folder, and functions in its `api`. */
function routeFiles(terms: TermView, folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const path of terms.paths()) {
    if (!path.startsWith(folder) || !/\.[cm]?[jt]sx?$/.test(path)) continue;
    const below = path.slice(folder.length);
    const found = routeOf(below, "app", /^route\./) ?? routeOf(below, "pages", /\.[cm]?[jt]sx?$/);
    if (found) files.set(found.route, path);
    else if (below.startsWith("api/")) files.set(`/${below.replace(/(?:\/index)?\.\w+$/, "")}`, path);
  }
  return files;
}

function cronsOf(text: string): readonly { readonly path: string; readonly schedule: string }[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return [];
  }
  const crons = (read as { readonly crons?: unknown } | null)?.crons;
  if (!Array.isArray(crons)) return [];
  return crons.filter((cron) => typeof cron?.path === "string" && typeof cron?.schedule === "string");
}
