// Routes that go through functions of lodash, lodash/fp and Ramda before they are registered.

// file: src/server.ts
import express, { type Express } from "express";
import { forEach, isArray, isNull, isObject, isUndefined } from "lodash-es";
import { flatten, flow, map } from "lodash/fp";
import * as R from "ramda";
import * as harbour from "./harbour";
import { berths, cranes } from "./tables";

interface Spec {
  verb: "get" | "post" | "delete";
  path: string;
  run: express.RequestHandler;
}

/** Tables in tables: what is no route itself holds more of them. */
function collect(table: object): Spec[] {
  let found: Spec[] = [];
  forEach(table, (one: any) => {
    if (one.run) {
      found.push(one);
    } else if (isArray(one)) {
      found = found.concat(one);
    } else if (isObject(one)) {
      found = found.concat(collect(one));
    }
  });
  return found;
}

function install(app: Express, specs: Spec[]) {
  forEach(specs, (spec) => {
    // What is there is not missing.
    if (isUndefined(spec.run) || isNull(spec.run)) app.get("/nowhere", (req, res) => res.end());
    app[spec.verb](spec.path, spec.run);
  });
}

const app = express();
install(app, collect({ berths, cranes }));
flow([
  map((spec: Spec) => ({ ...spec, path: `/v2${spec.path}` })),
  (specs: Spec[]) => install(app, specs),
])(flatten([[harbour.openGate], harbour.closeGate]));
R.forEach((spec: Spec) => app[spec.verb](spec.path, spec.run), Object.values(harbour)); // entry: POST /gate/open // entry: POST /gate/close
app.listen(3000);
// file: src/tables.ts
export const berths = {
  book: { verb: "post", path: "/berths", run: (req, res) => res.end() }, // entry: POST /berths
  free: { verb: "delete", path: "/berths/:id", run: (req, res) => res.end() }, // entry: DELETE /berths/:id
};
export const cranes = [{ verb: "post", path: "/cranes/:id/lift", run: (req, res) => res.end() }]; // entry: POST /cranes/:id/lift
// file: src/harbour.ts
export const openGate = { verb: "post", path: "/gate/open", run: (req, res) => res.end() }; // entry: POST /v2/gate/open
export const closeGate = { verb: "post", path: "/gate/close", run: (req, res) => res.end() }; // entry: POST /v2/gate/close
