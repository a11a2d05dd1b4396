// file: src/server.js
const Hapi = require("@hapi/hapi");
const start = async () => {
  const server = Hapi.server({ port: 1 });
  await server.register(require("./orders"), { routes: { prefix: "/v1" } });
  await server.start();
};
start();

// file: src/orders.js
exports.plugin = {
  name: "orders",
  register: async (server) => {
    server.route({ method: "GET", path: "/orders", handler: () => [] }); // entry: GET /v1/orders
  },
};
