// A gateway asks who is calling, and hands on to services where nobody does.
// file: gateway/package.json
{ "name": "gateway", "dependencies": { "axios": "^1.7.0", "express": "^4.19.2", "http-proxy-middleware": "^3.0.0", "jsonwebtoken": "^9.0.2" } }
// file: gateway/index.js
const axios = require("axios");
const express = require("express");
const jwt = require("jsonwebtoken");
const { createProxyMiddleware } = require("http-proxy-middleware");
const app = express();

function login(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.KEY);
    next();
  } catch {
    res.status(401).end();
  }
}

const to = (target) => createProxyMiddleware({ target, changeOrigin: true });
app.use("/api/parcels", login, to("http://parcels:4001"));
app.use("/api/depots", to("http://depots:4002"));
app.delete("/couriers/:id", login, async (req, res) => res.json(await axios.delete(`http://couriers:4003/${req.params.id}`)));
app.put("/couriers/:id", async (req, res) => res.json(await axios.put(`http://couriers:4003/${req.params.id}`, req.body)));
app.listen(3000);
// file: courier-service/package.json
{ "name": "courier-service", "dependencies": { "express": "^4.19.2", "pg": "^8.11.0" } }
// file: courier-service/index.js
const express = require("express");
const { Pool } = require("pg");
const pool = new Pool();
const app = express();
app.delete("/:id", async (req, res) => { // silent: the gateway asks before it asks for this
  await pool.query("DELETE FROM couriers WHERE id = $1", [req.params.id]);
  res.end();
});
app.put("/:id", async (req, res) => { // expect: missing-authentication
  await pool.query("UPDATE couriers SET name = $1 WHERE id = $2", [req.body.name, req.params.id]);
  res.end();
});
// file: parcel-service/package.json
{ "name": "parcel-service", "dependencies": { "express": "^4.19.2", "pg": "^8.11.0" } }
// file: parcel-service/index.js
const express = require("express");
const { Pool } = require("pg");
const pool = new Pool();
const app = express();
app.delete("/:id", async (req, res) => { // silent: the gateway asks
  await pool.query("DELETE FROM parcels WHERE id = $1", [req.params.id]);
  res.end();
});
// file: depot-service/package.json
{ "name": "depot-service", "dependencies": { "express": "^4.19.2", "pg": "^8.11.0" } }
// file: depot-service/index.js
const express = require("express");
const { Pool } = require("pg");
const pool = new Pool();
const app = express();
app.delete("/depots/:id", async (req, res) => { // expect: missing-authentication
  await pool.query("DELETE FROM depots WHERE id = $1", [req.params.id]);
  res.end();
});
// file: claims/package.json
{ "name": "claims", "dependencies": { "fastify": "^4.28.1", "pg": "^8.11.0", "jsonwebtoken": "^9.0.2" } }
// file: claims/index.js
const fastify = require("fastify")();
const jwt = require("jsonwebtoken");
const { Pool } = require("pg");
const pool = new Pool();
fastify.addHook("onRequest", async (request) => {
  if (request.url.startsWith("/mine")) jwt.verify(request.headers.authorization, process.env.KEY);
});
fastify.delete("/claims/:id", async (request) => { // expect: missing-authentication
  await pool.query("DELETE FROM claims WHERE id = $1", [request.params.id]);
  return {};
});
fastify.delete("/mine/:id", async (request) => { // silent: the hook asks
  await pool.query("DELETE FROM claims WHERE id = $1", [request.params.id]);
  return {};
});
