// https://github.com/matthiaaas/express-file-routing#readme
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { bracketSegment, joined } from "./reading/route-files.ts";

const METHODS: Readonly<Record<string, string>> = {
  get: "GET",
  post: "POST",
  put: "PUT",
  patch: "PATCH",
  delete: "DELETE",
  del: "DELETE",
  default: "ALL",
};

export default defineFramework({
  title: "express-file-routing",
  packages: ["express-file-routing"],
  receivers: [""],
  calls: {
    // `await createRouter(app, { directory })` and `app.use("/", await router({ directory }))`
    createRouter: (call, model) => visitFolder(call, model, call.option(1, "directory")),
    "router|default": (call, model) =>
      visitFolder(call, model, call.option(0, "directory") ?? call.option(1, "directory")),
  },
});

/** `routes/orders/[id].ts` with `export const get = …` is `GET /orders/:id`. */
function visitFolder(call: RegisterCall, model: Registry, directory: Parameters<typeof call.terms.folder>[0]): void {
  const { terms } = call;
  const beside = call.place.file.split("/").slice(0, -1).join("/");
  const folder = terms.folder(directory)?.path ?? (beside === "" ? "routes" : `${beside}/routes`);
  for (const file of terms.paths()) {
    if (!file.startsWith(`${folder}/`) || !/\.[cm]?[jt]s$/.test(file) || /\.(?:d|test|spec)\./.test(file)) continue;
    const segments = file
      .slice(folder.length + 1)
      .replace(/\.[cm]?[jt]s$/, "")
      .split("/");
    if (segments.some((segment) => segment.startsWith("_"))) continue;
    const path = joined(segments.flatMap(bracketSegment));
    for (const { name, value } of terms.exports(file)) {
      const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
      if (!method) continue;
      const handlers = terms.items(value).map((item) => ({ ...terms.handler(item, name), framework: "express" }));
      const last = handlers.at(-1);
      if (last)
        model.entryPoint({
          kind: "http",
          method,
          path,
          handlers,
          handler: { parameters: ["request", "response", "next"], returns: "nothing" },
          place: last.place,
          detached: true,
          unrooted: true,
        });
    }
  }
}
