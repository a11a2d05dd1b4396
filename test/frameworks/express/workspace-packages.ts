// A package of the workspace that is found by its name: one that names itself, and one whose entry file only hands on
// what is built later.

// file: package.json
{ "name": "shop", "private": true }

// file: packages/contract/package.json
{ "name": "contract", "main": "dist/index.js", "dependencies": { "contract": "workspace:*" } }
// file: packages/contract/routes.js
module.exports = require("./dist/routes");
// file: packages/contract/src/routes.ts
export const listBoats = { method: "get", path: "/boats" } as const;
export const buyBoat = { method: "post", path: "/boats/:id/purchase" } as const;

// file: packages/api/package.json
{ "name": "api", "dependencies": { "contract": "workspace:*", "express": "5" } }
// file: packages/api/src/server.ts
import { buyBoat, listBoats } from "contract/routes";
import express from "express";

const app = express();
app[listBoats.method](listBoats.path, (_req, res) => res.json([])); // entry: GET /boats
app[buyBoat.method](buyBoat.path, (_req, res) => res.json({})); // entry: POST /boats/:id/purchase
app.listen(3000);
