// file: vite.config.ts
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [remix({ basename: "/shop" })] });
// file: app/routes/orders.$id.tsx
export const loader = () => null; // entry: GET /shop/orders/:id
