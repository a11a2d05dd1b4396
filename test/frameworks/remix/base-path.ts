// file: react-router.config.ts
import type { Config } from "@react-router/dev/config";

export default { ssr: true, basename: "/garden/" } satisfies Config;
// file: app/routes.ts
import { index, type RouteConfig, route } from "@react-router/dev/routes";
import { flatRoutes } from "@react-router/fs-routes";

export default [
  index("./home.tsx"),
  route("login", "./login.tsx"),
  ...(await flatRoutes({ rootDirectory: "pages" })),
] satisfies RouteConfig;
// file: app/home.tsx
export const loader = () => ({}); // entry: GET /garden
// file: app/login.tsx
export const action = () => null; // entry: POST /garden/login
// file: app/pages/letters.confirm.$token.ts
export const loader = () => null; // entry: GET /garden/letters/confirm/:token
// file: app/pages/feeds.beds[.]json.ts
export const loader = () => null; // entry: GET /garden/feeds/beds.json
