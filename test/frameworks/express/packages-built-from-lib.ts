// Packages of the workspace whose entry file is built: from what lies in `lib`, or beside the folder of what is built.

// file: package.json
{ "name": "shop", "private": true, "workspaces": ["packages/*"] }

// file: packages/boats/package.json
{ "name": "@shop/boats", "main": "./dist/index.js" }
// file: packages/boats/lib/index.ts
export * from "./names.js";
// file: packages/boats/lib/names.ts
export const LIST = "/boats";

// file: packages/lib/package.json
{ "name": "@shop/lib", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.js" } } }
// file: packages/lib/index.ts
export const BUY = "/boats/:id/purchase";

// file: packages/api/package.json
{ "name": "api", "dependencies": { "@shop/boats": "1", "@shop/lib": "1", "express": "5" } }
// file: packages/api/src/server.ts
import { LIST } from "@shop/boats";
import { BUY } from "@shop/lib";
import express from "express";

const app = express();
app.get(LIST, (_req, res) => res.json([])); // entry: GET /boats
app.post(BUY, (_req, res) => res.json({})); // entry: POST /boats/:id/purchase
app.listen(3000);
