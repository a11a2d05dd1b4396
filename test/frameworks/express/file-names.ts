// file: package.json
{ "name": "parcels", "dependencies": { "express": "^4.19.2", "glob": "^7.2.3", "fast-glob": "^3.3.2" } }
// file: app.js
const express = require("express");
const glob = require("glob");
const fastGlob = require("fast-glob");
const path = require("path");
const fs = require("fs");
const app = express();
app.use(express.json());
require("./routes")(app);
require("./single")(app);
glob.sync("./modules/**/*.routes.js").forEach((file) => require(path.resolve(file))(app));
glob(path.join(__dirname, "features", "*", "index.js").replace(/\\/g, "/"), (error, files) => {
  files.forEach((file) => app.use(`/${path.basename(path.dirname(file))}`, require(file)));
});
for (const file of fastGlob.sync(["late/*.+(js|ts)"], { cwd: __dirname, absolute: true })) {
  const [name] = path.relative(__dirname, file).split("/").pop().split(".");
  app.use("/late/" + name, require(file));
}
fs.readdir(path.join(__dirname, "called"), (error, files) => {
  for (const file of files) app.use("/" + file.replace(/\.[jt]s$/, ""), require("./called/" + file));
});
// Which files these are is not known here.
glob.sync(process.env.PLUGINS).forEach((file) => require(file)(app));
app.listen(3000);
// file: routes/index.js
const fs = require("fs");
const path = require("path");
module.exports = (app) => {
  fs.readdirSync(__dirname)
    .filter((file) => file !== path.basename(__filename) && file.endsWith(".js"))
    .forEach((file) => app.use(`/v1/${path.parse(file).name}`, require(path.join(__dirname, file))));
};
// file: routes/parcels.js
const router = require("express").Router();
router.post("/", (req, res) => res.end()); // entry: POST /v1/parcels
router.delete("/:id", (req, res) => res.end()); // entry: DELETE /v1/parcels/:id
module.exports = router;
// file: single/index.js
const fs = require("fs");
const path = require("path");
module.exports = (app) =>
  fs.readdirSync(__dirname).forEach((file) => file !== "index.js" && require("./" + file)(app));
// file: single/get-rates.js
const path = require("path");
const [method, name] = path.basename(__filename, ".js").split("-");
module.exports = (app) => app[method]("/" + name, (req, res) => res.end()); // entry: GET /rates
// file: modules/depots/depot.routes.js
module.exports = (app) => app.put("/depots/:id", (req, res) => res.end()); // entry: PUT /depots/:id
// file: modules/depots/depot.helpers.js
module.exports = (mailer) => mailer.put("/never", (req, res) => res.end());
// file: features/couriers/index.js
const router = require("express").Router();
router.get("/:id", (req, res) => res.end()); // entry: GET /couriers/:id
module.exports = router;
// file: late/fees.js
const router = require("express").Router();
router.get("/", (req, res) => res.end()); // entry: GET /late/fees
module.exports = router;
// file: called/claims.js
const router = require("express").Router();
router.post("/", (req, res) => res.end()); // entry: POST /claims
module.exports = router;
