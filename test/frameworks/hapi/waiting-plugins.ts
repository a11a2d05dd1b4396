// Routes of a plug-in that waits for another, listed from everything that modules export.

// file: src/server.js
import Hapi from "@hapi/hapi";
import { routes } from "./routes.js";

const server = Hapi.server({ port: 3000 });
await server.register([{ plugin: flags }, routes]);
await server.start();

const flags = { name: "flags", register: (server) => server.decorate("server", "flags", { trial: () => process.env.TRIAL === "on" }) };
// file: src/routes.js
import { createRequire } from "node:module";
import * as lanes from "./lanes/index.js";
import * as trials from "./trials.js";

const require = createRequire(import.meta.url);

export const routes = {
  plugin: {
    name: "routes",
    register: (server) => {
      server.dependency("flags", (ready) => {
        const trial = ready.flags.trial() ? Object.values(trials) : [];
        const { closeLane, ...open } = lanes;
        ready.route([...Object.values(open), ...trial, closeLane, ...Object.values(require("./gauges.cjs"))]);
      });
    },
  },
};
// file: src/lanes/index.js
export { addLane } from "./add.js";
export { closeLane } from "./close.js";
// file: src/lanes/add.js
export const addLane = { method: "POST", path: "/lanes", handler: () => 1 }; // entry: POST /lanes
// file: src/lanes/close.js
export const closeLane = { method: "DELETE", path: "/lanes/{id}", handler: () => 1 }; // entry: DELETE /lanes/:id
// file: src/trials.js
export const tryLane = { method: "POST", path: "/trials", handler: () => 1 }; // entry: POST /trials
// file: src/gauges.cjs
const readGauge = { method: "GET", path: "/gauges", handler: () => 1 }; // entry: GET /gauges
const resetGauge = { method: "DELETE", path: "/gauges", handler: () => 1 }; // entry: DELETE /gauges
module.exports = { readGauge, ...(process.env.TRIALS === "on" && { resetGauge }) };
