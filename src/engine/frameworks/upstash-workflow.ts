// https://upstash.com/docs/workflow/basics/serve · /workflow/basics/context · /workflow/howto/security (a request is verified where the signing keys are set)
import { defineFramework, type FileView, type Registry, type TermView } from "./define-framework.ts";
import { routeOf } from "./next/paths.ts";
import { numberOf } from "./reading/jobs.ts";

export default defineFramework({
  title: "Upstash Workflow",
  packages: ["@upstash/workflow"],
  receivers: [],
  handler: { parameters: ["context"], returns: "nothing" },
  members: { "context.requestPayload": "message", "context.headers": "headers" },
  memoised: { "context.run": 1 },
  files: {
    matches: () => false,
    recognises: (facts) => facts.imports.some(({ module }) => module.startsWith("@upstash/workflow")),
    visit,
  },
});

/** `export const { POST } = serve(async (context) => …, { retries })`: finished steps are not run again, the rest is. */
function visit(file: FileView, model: Registry, terms: TermView): void {
  const handler = file.exports.get("POST")?.term;
  const served = handler?.kind === "external" && handler.path.at(-1) === "POST" ? handler.base : handler;
  const place = routeOf(file.path, "app", /^route\.[cm]?[jt]sx?$/);
  if (served?.kind !== "external" || served.package !== "@upstash/workflow/nextjs" || !place) return;
  const [run, options] = served.arguments ?? [];
  if (!run) return;
  const retries = numberOf(terms.member(options, "retries"));
  const found = terms.handler(run, "workflow");
  model.entryPoint({
    kind: "http",
    method: "POST",
    path: place.route,
    handlers: [{ ...terms.handler(served, "serve"), guard: "signature" }, found],
    delivery: {
      by: "queue",
      identities: ["context.workflowRunId"],
      ...(retries === undefined ? {} : { attempts: retries + 1 }),
    },
    place: found.place,
  });
}
