// https://vercel.com/docs/cron-jobs · /docs/cron-jobs/manage-cron-jobs (a job may be run more than once, and is not retried)
import { type DocumentView, defineFramework, type Registry, type TermView } from "./define-framework.ts";

const EXTENSIONS = ["ts", "tsx", "js", "mjs"];

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
  for (const { path, schedule } of cronsOf(document.text)) {
    const route = path.replace(/[?#].*$/, "").replace(/^\/|\/$/g, "");
    const file = terms.file(candidates(folder, route));
    const value = file && terms.exports(file).find(({ name }) => name === "GET" || name === "default")?.value;
    if (!value) continue;
    const handler = terms.handler(value, "GET");
    const at = document.text.indexOf(JSON.stringify(path));
    model.entryPoint({
      kind: "schedule",
      path: schedule,
      handlers: [{ ...handler, name: path }],
      delivery: { by: "schedule", attempts: 1 },
      place: { file: document.path, at: [Math.max(at, 0), Math.max(at, 0) + path.length] },
    });
  }
}

function candidates(folder: string, route: string): readonly string[] {
  return ["", "src/"].flatMap((source) =>
    EXTENSIONS.flatMap((extension) => [
      `${folder}${source}app/${route}/route.${extension}`,
      `${folder}${source}pages/${route}.${extension}`,
      `${folder}${source}pages/${route}/index.${extension}`,
      `${folder}${source}${route}.${extension}`,
    ]),
  );
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
