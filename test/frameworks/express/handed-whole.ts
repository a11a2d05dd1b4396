// file: src/app.js
const express = require("express");
const app = express();
const api = express();
api.all("/status*", require("./status")(api));
app.use("/v1", api);
app.listen(3000);

// file: src/status.js
module.exports = (app) => {
  const express = require("express");
  const router = express.Router();
  router.get("/status", (req, res) => res.json({})); // entry: GET /v1/status
  return router;
};
