// Applications that a helper makes: the files that add routes to them import no package.

// file: tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
// file: src/utils/hono.ts
import { OpenAPIHono } from "@hono/zod-openapi";
export function honoApp() {
  return new OpenAPIHono({ defaultHook: () => undefined });
}
// file: src/packages/routes.ts
import { createRoute } from "@hono/zod-openapi";
export const PackageList = createRoute({ method: "get", path: "/", responses: {} });
export const PackageDetail = createRoute({ method: "get", path: "/{id}", responses: {} });
// file: src/packages/controller.ts
import { honoApp } from "@/utils/hono";
import { PackageDetail, PackageList } from "./routes";
const PackageController = honoApp();
PackageController.openapi(PackageList, (context) => context.json([])); // entry: GET /api/packages
PackageController.openapi(PackageDetail, (context) => context.json({})); // entry: GET /api/packages/:id
export default PackageController;
// file: src/units/controller.ts
import { honoApp } from "@/utils/hono";
const units = honoApp();
units.post("/", (context) => context.json({})); // entry: POST /api/units
export default units;
// file: src/index.ts
import PackageController from "@/packages/controller";
import units from "@/units/controller";
import { honoApp } from "@/utils/hono";
const app = honoApp();
app.route("/api/packages", PackageController);
app.route("/api/units", units);
export default app;
