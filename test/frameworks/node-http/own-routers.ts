// file: src/tables.js
const http = require("http");
const url = require("url");
const routes = { "GET /t1": (req, res) => res.end(), "POST /t2": (req, res) => res.end() }; // entry: GET /t1 // entry: POST /t2
const nested = { GET: { "/t3": (req, res) => res.end() } }; // entry: GET /t3
http
  .createServer((req, res) => {
    const { pathname } = url.parse(req.url, true);
    const handler = routes[`${req.method} ${pathname}`] || nested[req.method]?.[pathname] || missing;
    handler(req, res);
  })
  .listen(1);
function missing(req, res) {
  res.writeHead(404).end();
}

// file: src/map.js
const http = require("node:http");
const routes = new Map([["GET /m1", (req, res) => res.end()], ["DELETE /m2", (req, res) => res.end()]]); // entry: GET /m1 // entry: DELETE /m2
http
  .createServer((req, res) => {
    const found = routes.get(`${req.method} ${req.url}`);
    if (found) return found(req, res);
    res.writeHead(404).end();
  })
  .listen(2);

// file: src/patterns.js
const http = require("node:http");
http
  .createServer((req, res) => {
    const { pathname } = new URL(req.url, "http://local");
    const user = pathname.match(/^\/users\/([^/]+)$/);
    if (req.method === "GET" && user) return res.end(user[1]); // entry: GET /users/:param
    if (/^\/orders\/(?<id>\d+)\/lines\/?$/.test(pathname)) return res.end(); // entry: ALL /orders/:id/lines
    if (pathname.startsWith("/files/")) return res.end(); // entry: ALL /files/*
    res.writeHead(404).end();
  })
  .listen(3);

// file: src/router.js
class Router {
  constructor() {
    this.routes = [];
  }
  get(path, handler) {
    this.routes.push({ method: "GET", path, handler });
  }
  on(method, path, handler) {
    this.routes.push({ method, path, handler });
  }
  handle(req, res) {
    const route = this.routes.find((one) => one.method === req.method && one.path === req.url);
    if (route) return route.handler(req, res);
    res.writeHead(404).end();
  }
}
module.exports = { Router };

// file: src/own.js
const http = require("http");
const { Router } = require("./router");
const router = new Router();
router.get("/o1", (req, res) => res.end()); // entry: GET /o1
router.on("PUT", "/o2/:id", (req, res) => res.end()); // entry: PUT /o2/:id
http.createServer((req, res) => router.handle(req, res)).listen(4);

// file: src/list.js
const http = require("http");
const routes = [{ method: "GET", path: "/l1", handler: (req, res) => res.end() }, { method: "POST", pattern: /^\/l2\/(\w+)$/, handler: (req, res) => res.end() }]; // entry: GET /l1 // entry: POST /l2/:param
http
  .createServer((req, res) => {
    const found = routes.find((one) => one.method === req.method && (one.path === req.url || one.pattern?.test(req.url)));
    if (found) return found.handler(req, res);
    res.writeHead(404).end();
  })
  .listen(5);

// file: src/client.js
const table = { "GET /no/route": () => fetch("https://example.com") };
module.exports = { table };
