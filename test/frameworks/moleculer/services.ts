// file: services/api.service.js
const ApiGateway = require("moleculer-web");
module.exports = {
  name: "api",
  mixins: [ApiGateway],
  settings: {
    routes: [
      { path: "/api", autoAliases: true, authentication: true },
      { path: "/open", aliases: { "POST login": "users.login", "REST posts": "posts" } },
    ],
  },
};

// file: services/users.service.js
module.exports = {
  name: "users",
  settings: { rest: "/people" },
  actions: {
    list: {
      rest: "GET /",
      handler(ctx) { // entry: GET /api/people
        return [];
      },
    },
    one: {
      rest: { method: "GET", path: "/:id" },
      async handler(ctx) {}, // entry: GET /api/people/:id
    },
    login(ctx) {}, // entry: POST /open/login
    inner(ctx) {}, // entry: CALL users.inner
  },
  events: {
    "order.placed"(ctx) {}, // entry: event order.placed
  },
};

// file: services/posts.service.js
module.exports = {
  name: "posts",
  actions: {
    list(ctx) {}, // entry: GET /open/posts
    remove(ctx) {}, // entry: DELETE /open/posts/:id
  },
};

// file: src/broker.js
const { ServiceBroker } = require("moleculer");
const broker = new ServiceBroker();
broker.createService({ name: "math", version: 2, actions: { add: { rest: "POST /add", handler(ctx) {} } } }); // entry: POST /api/v2/math/add
