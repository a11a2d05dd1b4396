import Hapi from "@hapi/hapi";

const orders = {
  name: "orders",
  register: async (server) => {
    server.route({ method: "GET", path: "/{id}", handler: (request, h) => h.response(request.params.id) }); // entry: GET /orders/:id
  },
};

async function start() {
  const server = Hapi.server({ port: 3000 });
  server.auth.default("jwt");
  server.route([
    { method: "GET", path: "/open", options: { auth: false }, handler: () => "open" }, // entry: GET /open
    { method: ["PUT", "POST"], path: "/files/{name*}", handler: { handler: (request) => request.payload } }, // entry: PUT /files/:name* // entry: POST /files/:name*
  ]);
  await server.register({ plugin: orders, routes: { prefix: "/orders" } });
}
start();
