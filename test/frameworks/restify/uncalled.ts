// Functions that are given the server by a loader that cannot be followed.

// file: package.json
{ "dependencies": { "restify": "11.0.0" } }
// file: index.js
const restify = require("restify");
const path = require("node:path");
const server = restify.createServer();
const root = path.normalize(__dirname + "/src");
require(root + "/boats")(server, {});
require("./load")(server);
server.listen(80);
// file: load.js
const { readdirSync, statSync } = require("node:fs");
const restify = require("restify");
const walk = (folder, found) => {
  for (const name of readdirSync(folder)) {
    if (statSync(`${folder}/${name}`).isDirectory()) walk(`${folder}/${name}`, found);
    else found.push(`${folder}/${name}`);
  }
  return found;
};
module.exports = (server) => walk(process.env.ROUTES, []).forEach((file) => require(file)(server));
// file: src/boats.js
const restify = require("restify");
module.exports = function (server, options) {
  server.get("/boats", (req, res) => res.send([])); // entry: GET /boats
};
// file: extra/crew.js
const restify = require("restify");
module.exports = (server) => {
  server.del("/crew/:id", (req, res) => res.send(204)); // entry: DELETE /crew/:id
};
// file: extra/client.js
const restify = require("restify");
module.exports = (http) => {
  http.get("/elsewhere", (error, found) => found);
};
