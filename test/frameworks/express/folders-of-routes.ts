// file: package.json
{ "name": "yards", "type": "commonjs", "dependencies": { "express": "^4.19.2", "require-all": "^3.0.0", "glob": "^11.0.0" } }
// file: server.js
const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();
app.use(express.json());

// The file of the folder names the prefix.
app.use("/plain", require("./plain"));

// Entries that say what they are.
const details = path.join(__dirname, "details");
for (const entry of fs.readdirSync(details, { withFileTypes: true })) {
  if (entry.isDirectory()) app.use(`/details/${entry.name}`, require(path.join(details, entry.name, "router")));
  else if (entry.isFile() && path.extname(entry.name) === ".js")
    app.use("/details/" + path.basename(entry.name, ".js"), require(path.join(entry.parentPath, entry.name)));
}

// Folders in folders.
const load = (folder, prefix) => {
  fs.readdirSync(folder).forEach((file) => {
    const full = path.join(folder, file);
    if (fs.statSync(full).isDirectory()) {
      load(full, prefix + "/" + file);
    } else if (file.endsWith(".js")) {
      app.use(prefix, require(full));
    }
  });
};
load(path.join(process.cwd(), "deep"), "/deep");

// Files in folders in folders, gathered first.
const filesBelow = (folder, found = []) => {
  for (const name of fs.readdirSync(folder)) {
    const full = `${folder}/${name}`;
    if (fs.statSync(full).isDirectory()) filesBelow(full, found);
    else found.push(full);
  }
  return found;
};
filesBelow(`${__dirname}/nested`).forEach((file) => require(file)(app));

const listed = (folder) => {
  let all = [];
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) all = all.concat(listed(path.join(folder, entry.name)));
    else all.push(path.join(folder, entry.name));
  }
  return all;
};
for (const file of listed(path.join(__dirname, "joined"))) app.use("/" + path.basename(file, ".js"), require(file));

// A table of folders, then of what is in them.
const modules = fs
  .readdirSync(path.resolve("./modules"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
for (const name of modules) {
  const file = path.join(__dirname, "modules", name, `${name}.routes.js`);
  if (fs.existsSync(file)) {
    const { prefix, router } = require(file);
    app.use(prefix, router);
  }
}

// All controllers under their names.
const controllers = {};
fs.readdirSync(path.join(__dirname, "controllers"))
  .filter((file) => file.indexOf(".") !== 0 && file.slice(-3) === ".js" && !file.includes(".helper."))
  .map((file) => file.split(".")[0])
  .forEach((name) => {
    controllers[name] = require(path.join(__dirname, "controllers", name));
  });
Object.keys(controllers).forEach((name) => {
  app.get(`/controllers/${name}`, controllers[name].list); // entry: GET /controllers/gates // entry: GET /controllers/ramps
});
for (const [name, controller] of Object.entries(controllers)) {
  app.post(`/controllers/${name}`, controller.add); // entry: POST /controllers/gates // entry: POST /controllers/ramps
}

// What a list holds is told by the files of another folder.
const wanted = [];
fs.readdirSync(path.join(__dirname, "modules")).forEach((name) => wanted.push({ name, address: "/wanted/" + name }));
wanted.forEach(({ name, address }) => {
  if (name === "cranes") app.put(address, (req, res) => res.end()); // entry: PUT /wanted/cranes
  if (name === "forklifts") app.patch(address, (req, res) => res.end());
});

// Which of them are chosen is not known here: each may be there.
const chosen = [];
fs.readdirSync(path.join(__dirname, "modules")).forEach((name) => {
  if (process.env.MODULES.split(",").includes(name)) chosen.push({ name });
});
chosen.forEach(({ name }) => app.get("/chosen/" + name, (req, res) => res.end())); // entry: GET /chosen/cranes // entry: GET /chosen/tools

// What lies in a folder outside is not known.
const outside = [];
for (const name of fs.readdirSync(process.env.PLUGINS)) outside.push({ name });
outside.forEach(({ name }) => app.get("/outside/" + name, (req, res) => res.end())); // entry: GET /outside/*

// Nobody knows whether these are there.
for (const file of fs.readdirSync(path.join(__dirname, "hooks"))) {
  if (process.env.HOOKS.includes(file)) app.use("/hooks", require(path.join(__dirname, "hooks", file)));
}
app.listen(3000);
// file: plain/index.js
const fs = require("fs");
const router = require("express").Router();
fs.readdirSync(__dirname)
  .filter((f) => f !== "index.js")
  .forEach((f) => router.use("/" + f.replace(".js", ""), require("./" + f)));
module.exports = router;
// file: plain/cones.js
const router = require("express").Router();
router.get("/", (req, res) => res.end()); // entry: GET /plain/cones
module.exports = router;
// file: details/belts.js
const router = require("express").Router();
router.get("/", (req, res) => res.end()); // entry: GET /details/belts
module.exports = router;
// file: details/lifts/router.js
const router = require("express").Router();
router.get("/", (req, res) => res.end()); // entry: GET /details/lifts
module.exports = router;
// file: deep/top.js
const router = require("express").Router();
router.get("/top", (req, res) => res.end()); // entry: GET /deep/top
module.exports = router;
// file: deep/one/middle.js
const router = require("express").Router();
router.get("/middle", (req, res) => res.end()); // entry: GET /deep/one/middle
module.exports = router;
// file: deep/one/two/low.js
const router = require("express").Router();
router.get("/low", (req, res) => res.end()); // entry: GET /deep/one/two/low
module.exports = router;
// file: modules/cranes/cranes.routes.js
const router = require("express").Router();
router.get("/:id", (req, res) => res.end()); // entry: GET /cranes/:id
module.exports = { prefix: "/cranes", router };
// file: modules/tools/wrench.js
module.exports = {};
// file: controllers/gates.js
exports.list = (req, res) => res.json([]);
exports.add = (req, res) => res.end();
// file: controllers/ramps.js
exports.list = (req, res) => res.json([]);
exports.add = (req, res) => res.end();
// file: controllers/ramps.helper.js
exports.list = (req, res) => res.json([]);
// file: hooks/later.js
const router = require("express").Router();
router.get("/", (req, res) => res.end()); // entry: GET /hooks
module.exports = router;
// file: nested/one.js
module.exports = (app) => app.get("/one", (req, res) => res.end()); // entry: GET /one
// file: nested/inner/two.js
module.exports = (app) => app.get("/two", (req, res) => res.end()); // entry: GET /two
// file: nested/inner/most/three.js
module.exports = (app) => app.get("/three", (req, res) => res.end()); // entry: GET /three
// file: joined/four.js
const router = require("express").Router();
router.get("/", (req, res) => res.end()); // entry: GET /four
module.exports = router;
// file: joined/inner/five.js
const router = require("express").Router();
router.get("/", (req, res) => res.end()); // entry: GET /five
module.exports = router;
// file: joined/inner/most/six.js
const router = require("express").Router();
router.get("/", (req, res) => res.end()); // entry: GET /six
module.exports = router;
