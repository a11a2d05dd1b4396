// file: package.json
{ "name": "silos", "dependencies": { "express": "^4.19.2", "require-all": "^3.0.0", "glob": "^8.1.0", "pg": "^8.11.0" } }
// file: src/app.js
const express = require("express");
const fs = require("fs");
const path = require("path");
const glob = require("glob");
const app = express();
const controllers = require("./controllers");
const { grains } = require("./controllers");
const services = require("./services");

// Seen from where the service is started.
fs.readdirSync("./src/routes").map((file) => app.use("/routes", require("./routes/" + file)));
fs.readdirSync(path.join("src", "parts")).forEach((file) => app.use("/parts", require(`./parts/${file}`)));

app.get("/grains", grains.list); // entry: GET /grains
app.post("/hoppers", controllers.hoppers.add); // entry: POST /hoppers
app.delete("/lots", services.lots.drop); // entry: DELETE /lots

const byName = Object.fromEntries(
  fs.readdirSync(path.join(__dirname, "handlers")).map((file) => [path.parse(file).name, require(`./handlers/${file}`)]),
);
for (const [name, handler] of Object.entries(byName)) app.put(`/${name}`, handler); // entry: PUT /weigh

const reduced = fs.readdirSync(path.join(__dirname, "checks")).reduce((all, file) => {
  const name = file.replace(/\.js$/, "");
  all[name] = require(path.join(__dirname, "checks", file));
  return all;
}, {});
Object.entries(reduced).forEach(([name, handler]) => app.patch("/" + name, handler)); // entry: PATCH /moisture

class Server {
  constructor(app) {
    this.app = app;
  }
  startAtOnce() {
    const files = glob.sync("**/*.js", { cwd: path.join(__dirname, "classes") });
    files.forEach((file) => {
      const Route = require("./classes/" + file);
      const route = new Route();
      this.app.use("/at-once" + route.path, route.router);
    });
  }
}
new Server(app).startAtOnce();
app.listen(3000);
// file: src/routes/belts.js
const router = require("express").Router();
router.get("/belts", (req, res) => res.end()); // entry: GET /routes/belts
module.exports = router;
// file: src/parts/bolts.js
const router = require("express").Router();
router.get("/bolts", (req, res) => res.end()); // entry: GET /parts/bolts
module.exports = router;
// file: src/controllers/index.js
const fs = require("fs");
const path = require("path");
fs.readdirSync(__dirname).forEach((file) => {
  if (file === "index.js") return;
  const name = path.basename(file, ".js");
  module.exports[name] = require(`./${file}`);
});
// file: src/controllers/grains.js
const db = new (require("pg").Pool)();
exports.list = async (req, res) => {
  res.json(await db.query("select name from grains")); // effect: read postgres grains, read, from GET /grains
};
// file: src/controllers/hoppers.js
const db = new (require("pg").Pool)();
exports.add = async (req, res) => {
  await db.query("insert into hoppers (name) values ($1)", [req.body.name]); // effect: write postgres hoppers, insert, from POST /hoppers
  res.end();
};
// file: src/services/index.js
const fs = require("fs");
for (const file of fs.readdirSync(__dirname).filter((one) => one !== "index.js")) exports[file.split(".")[0]] = require("./" + file);
// file: src/services/lots.js
const db = new (require("pg").Pool)();
exports.drop = async (req, res) => {
  await db.query("delete from lots where id = $1", [req.query.id]); // effect: write postgres lots, delete, from DELETE /lots
  res.end();
};
// file: src/handlers/weigh.js
const db = new (require("pg").Pool)();
module.exports = async (req, res) => {
  await db.query("insert into weights (kilos) values ($1)", [req.body.kilos]); // effect: write postgres weights, insert, from PUT /weigh
  res.end();
};
// file: src/checks/moisture.js
const db = new (require("pg").Pool)();
module.exports = async (req, res) => {
  await db.query("update lots set moisture = $1", [req.body.moisture]); // effect: write postgres lots, set, from PATCH /moisture
  res.end();
};
// file: src/classes/scales.js
const { Router } = require("express");
module.exports = class Scales {
  constructor() {
    this.path = "/scales";
    this.router = Router();
    this.router.get("/", (req, res) => res.end()); // entry: GET /at-once/scales
  }
};
