// https://reactrouter.com/start/framework/routing

// file: package.json
{ "name": "r", "dependencies": { "react-router": "7", "@react-router/node": "7" } }
// file: app/routes.ts
import { type RouteConfig, route, index, layout, prefix } from "@react-router/dev/routes";
export default [
  index("./home.tsx"),
  route("about", "./about.tsx"),
  layout("./auth/layout.tsx", [route("login", "./auth/login.tsx"), route("register", "./auth/register.tsx")]),
  ...prefix("concerts", [index("./concerts/home.tsx"), route(":city", "./concerts/city.tsx"), route("trending", "./concerts/trending.tsx")]),
  route("dashboard", "./dashboard.tsx", [index("./dash/home.tsx"), route("settings", "./dash/settings.tsx")]),
  route("files/*", "./files.tsx"),
  route(":lang?/categories", "./cats.tsx"),
  route("api/health", "./health.ts", { id: "health" }),
] satisfies RouteConfig;
// file: app/home.tsx
import type { Route } from "./+types/home";
export async function loader({ params }: Route.LoaderArgs) { return {}; } // entry: GET /
export default function Home() { return null; }
// file: app/about.tsx
export default function About() { return null; }
// file: app/auth/layout.tsx
export async function loader() { return 1; }
// file: app/auth/login.tsx
export async function action({ request }) { const f = await request.formData(); return {}; } // entry: POST /login
// file: app/auth/register.tsx
export const action = async ({ request }) => ({}); // entry: POST /register
// file: app/concerts/home.tsx
export const loader = async () => ({}); // entry: GET /concerts
// file: app/concerts/city.tsx
export async function loader({ params }) { return params.city; } // entry: GET /concerts/:city
export async function clientLoader() {}
// file: app/concerts/trending.tsx
export default function T() { return null; }
// file: app/dashboard.tsx
export async function loader() { return 1; } // entry: GET /dashboard
// file: app/dash/home.tsx
export async function loader() { return 1; } // entry: GET /dashboard
// file: app/dash/settings.tsx
export async function action({ request }) { switch (request.method) { case "POST": return 1; case "DELETE": return 2; } } // entry: POST /dashboard/settings // entry: DELETE /dashboard/settings
// file: app/files.tsx
export async function loader({ params }) { return params["*"]; } // entry: GET /files/*
// file: app/cats.tsx
export async function loader() { return 1; } // entry: GET /:lang?/categories
// file: app/health.ts
export async function loader() { return Response.json({}); } // entry: GET /api/health
