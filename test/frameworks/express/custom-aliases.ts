// `@/…` where no settings say what it is: the sources of the program around the file.

// file: orders/package.json
{ "name": "orders-service", "dependencies": { "express": "5.1.0" } }
// file: orders/app.js
const express = require("express");
const routes = require("@/routes");
const app = express();
app.use("/orders", routes);
app.listen(3000);
// file: orders/src/routes.js
const router = require("express").Router();
router.get("/open", (_req, res) => res.json([])); // entry: GET /orders/open
module.exports = router;
// file: bills/package.json
{ "name": "bills-service", "dependencies": { "express": "5.1.0" } }
// file: bills/app.js
const express = require("express");
const routes = require("~/routes");
const app = express();
app.use("/bills", routes);
app.listen(3001);
// file: bills/routes.js
const router = require("express").Router();
router.get("/due", (_req, res) => res.json([])); // entry: GET /bills/due
module.exports = router;
