// The module's exports under a name; a helper that counts what it was given; an application that others fill.
// file: src/routes/helpers.js
const helpers = module.exports;
const { requireUser } = require("../middleware");

// router, verb, path, middlewares (optional), controller
helpers.addRoute = function (...args) {
  const [router, verb, path] = args;
  const middlewares = args.length > 4 ? args[args.length - 2] : [];
  router[verb](path, [requireUser, ...middlewares], helpers.caught(args[args.length - 1])); // entry: GET /api/orders // entry: DELETE /api/orders/:id
};

helpers.caught = (controller) => async (req, res, next) => {
  try {
    await controller(req, res, next);
  } catch (error) {
    next(error);
  }
};

// file: src/middleware.js
exports.requireUser = (req, res, next) => (req.user ? next() : res.status(401).end());
exports.requireOwner = (req, res, next) => (req.user.owner ? next() : res.status(403).end());

// file: src/routes/orders.js
const router = require("express").Router();
const { requireOwner } = require("../middleware");
const { addRoute } = require("./helpers");
const prisma = new (require("@prisma/client").PrismaClient)();

module.exports = function () {
  addRoute(router, "get", "/", async (req, res) => {
    res.json(await prisma.order.findMany()); // effect: read database order
  });
  addRoute(router, "delete", "/:id", [requireOwner], async (req, res) => {
    res.json(await prisma.order.delete({ where: { id: req.params.id } })); // effect: write database order
  });
  return router;
};

// file: src/routes/index.js
const Routes = module.exports;
Routes.load = async ({ router }) => {
  router.use("/api/orders", require("./orders")());
};

// file: src/webserver.js
const express = require("express");
const routes = require("./routes");
const app = express();

exports.listen = async function () {
  await fill(app);
  app.listen(3000);
};

async function fill(server) {
  const router = express.Router();
  await routes.load({ router });
  server.use("/", router);
}
