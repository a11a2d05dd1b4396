// Middleware of the whole server reads what the contract says of each route: https://ts-rest.com/server/express#global-middleware
// file: package.json
{ "name": "alps", "workspaces": ["contract", "server"] }
// file: contract/package.json
{ "name": "@alps/contract", "main": "./src/index.ts", "dependencies": { "@ts-rest/core": "3" } }
// file: contract/src/index.ts
import { initContract } from "@ts-rest/core";

const c = initContract();

export const huts = c.router(
  {
    list: { method: "GET", path: "", responses: {}, metadata: { open: true } },
    close: { method: "DELETE", path: "/:id", responses: {}, metadata: { right: "wardens" } },
  },
  { pathPrefix: "/huts", metadata: { right: "members" } },
);
export const walks = c.router({ add: { method: "POST", path: "/walks", body: null, responses: {} } }, { metadata: { open: false } });
export const contract = c.router({ huts, walks }, { pathPrefix: "/api" });
// file: server/package.json
{ "name": "@alps/server", "dependencies": { "express": "5", "@ts-rest/express": "3", "@alps/contract": "*", "jsonwebtoken": "9" } }
// file: server/src/server.ts
import { contract, huts, walks } from "@alps/contract";
import { createExpressEndpoints, initServer } from "@ts-rest/express";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const s = initServer();

function signedIn() {
  return async (request: any, response: any, next: any) => {
    const options = { open: false, ...(request.tsRestRoute["metadata"] ?? {}) };
    if (!options.open) {
      try {
        request.user = jwt.verify(request.headers.authorization ?? "", process.env.JWT_KEY!); // guard: authentication signedIn(…)
      } catch (error) {
        return next(error);
      }
    }
    next();
  };
}

function hasRight() {
  return async (request: any, response: any, next: any) => {
    const { right } = request.tsRestRoute.metadata;
    if (right === "wardens" && request.user.role !== "warden") return response.status(403).end(); // guard: role hasRight(…)
    next();
  };
}

const router = s.router(contract, {
  huts: s.router(huts, {
    list: async () => ({ status: 200, body: [] }), // entry: GET /api/huts
    close: { handler: async () => ({ status: 204, body: null }) }, // entry: DELETE /api/huts/:id
  }),
  walks: s.router(walks, {
    add: async () => ({ status: 201, body: null }), // entry: POST /api/walks
  }),
});

createExpressEndpoints(contract, router, app, { globalMiddleware: [signedIn(), hasRight()] });
