// file: src/app.js
const express = require("express");
const routers = require("./routers");
const app = express();
for (const router of routers) app.use(router);
app.listen(3000);

// file: src/routers.js
const { reports } = require("./reports");
module.exports = [reports("/v2"), reports("/v3")];

// file: src/reports.js
const { Router } = require("express");
exports.reports = (version) => {
  const router = Router();
  router.get(`${version}/reports`, (req, res) => res.json([])); // entry: GET /v2/reports // entry: GET /v3/reports
  return router;
};
