// https://analogjs.org/docs/features/data-fetching/server-side-data-fetching · https://analogjs.org/docs/guides/forms
import { defineFramework, type HandlerShape } from "./define-framework.ts";
import { applicationAt, bracketSegment, joined } from "./reading/route-files.ts";

/** Routes of the API (`src/server/routes`) are Nitro's. */
const PAGE = /^(.*?)(?:^|\/)src\/app\/pages\/(.+)\.server\.ts$/;
const GIVEN: HandlerShape = {
  parameters: [{ fields: { params: "params", req: "request", res: "response", event: "context" } }],
  returns: "response",
};
const ACTIONS: Readonly<Record<string, string>> = { load: "GET", action: "POST" };

export default defineFramework({
  title: "Analog",
  packages: ["@analogjs/router"],
  receivers: [],
  servedBy: "nitro",
  handler: GIVEN,
  responses: { "redirect()": { redirect: true }, "fail()": { status: "$0", value: "$1" } },
  files: {
    matches: (path) => PAGE.test(path),
    visit: (file, model, terms) => {
      const [, folder = "", name = ""] = PAGE.exec(file.path) ?? [];
      // `products.[id]` is `products/[id]`, `(home)` and `index` name nothing.
      const segments = name.split(/[./](?![^[]*\])/).filter((part) => part !== "index" && !/^\(.*\)$/.test(part));
      const path = joined(segments.flatMap(bracketSegment));
      for (const [exported, handler] of file.exports) {
        const method = ACTIONS[exported];
        if (method === undefined) continue;
        model
          .on(applicationAt(terms, "nitropack", folder))
          .entryPoint({ kind: "http", method, path, handlers: [handler], handler: GIVEN, place: handler.place });
      }
    },
  },
});
