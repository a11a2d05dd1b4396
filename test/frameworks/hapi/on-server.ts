// What is put on a server is found there by handlers.
import Hapi from "@hapi/hapi";
import { Pool } from "pg";

async function start() {
  const server = Hapi.server({ port: 3000 });
  server.app.db = new Pool();
  server.method("moons", async () => server.app.db.query("SELECT * FROM moons")); // effect: read postgres moons, read, safe
  // entry: GET /tides
  server.route({
    method: "GET",
    path: "/tides",
    handler: (request) => request.server.app.db.query("SELECT * FROM tides"), // effect: read postgres tides, read, safe
  });
  server.route({ method: "GET", path: "/moons", handler: (request) => request.server.methods.moons() }); // entry: GET /moons
  await server.start();
}

start();
