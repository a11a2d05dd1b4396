// Plug-ins loaded by their names, where a setting adds one more to the list.

// file: lib/server.js
const Hapi = require("@hapi/hapi");
const registerPlugins = require("./register-plugins");
async function start(config) {
  const server = Hapi.server({ port: 8080 });
  await registerPlugins(server, config);
  return server;
}
start({ weather: process.env.WEATHER });
// file: lib/register-plugins.js
module.exports = async function registerPlugins(server, config) {
  const names = ["boats", "crews"];
  if (config.weather) {
    names.push("weather");
  }
  return names.map(async (name) => {
    await server.register({ plugin: require(`../plugins/${name}`), routes: { prefix: "/v1" } });
  });
};
// file: plugins/boats/index.js
const listRoute = require("./list");
module.exports = {
  name: "boats",
  async register(server) {
    server.route([listRoute()]);
  },
};
// file: plugins/boats/list.js
module.exports = () => ({ method: "GET", path: "/boats", options: { handler: async () => [] } }); // entry: GET /v1/boats
// file: plugins/crews.js
module.exports = { name: "crews", register: (server) => server.route({ method: "POST", path: "/crews", handler: () => "ok" }) }; // entry: POST /v1/crews
// file: plugins/weather.js
module.exports = { name: "weather", register: (server) => server.route({ method: "GET", path: "/weather", handler: () => "ok" }) }; // entry: GET /v1/weather
