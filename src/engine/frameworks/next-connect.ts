// https://github.com/hoangvvo/next-connect#nextjs-api-routes
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { routeOf } from "./next/paths.ts";
import { EXPRESS_MEMBERS, EXPRESS_RESPONSES } from "./reading/express-request.ts";
import { use } from "./reading/express-routes.ts";

export default defineFramework({
  title: "next-connect",
  packages: ["next-connect"],
  receivers: ["createRouter()", "createRouter().clone()", "createEdgeRouter()", "default()", "nextConnect()"],
  handler: { parameters: ["request", "response", "next"], returns: "nothing" },
  members: EXPRESS_MEMBERS,
  responses: EXPRESS_RESPONSES,
  calls: {
    "get|post|put|patch|delete|head|all": (call, model) => route(call, model),
    use,
  },
});

/** The file is the path: `router.get(handler)` in `pages/api/users.ts`. */
function route(call: RegisterCall, model: Registry): void {
  const given = call.text(0);
  const handlers = call.functions(given === undefined ? 0 : 1);
  const page = routeOf(call.place.file, "pages", /\.[cm]?[jt]sx?$/) ?? routeOf(call.place.file, "app", /^route\./);
  if (handlers.length === 0) return;
  const path = given ?? page?.route ?? "*";
  model.entryPoint({ kind: "http", method: call.method.toUpperCase(), path, handlers });
}
