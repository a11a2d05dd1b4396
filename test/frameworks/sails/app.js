// file: config/routes.js
module.exports.routes = {
  "GET /orders/:id": "OrderController.find",
  "POST /orders": { action: "orders/create" },
};
// file: api/controllers/OrderController.js
module.exports = {
  find: async (req, res) => res.json({ id: req.params.id }), // entry: GET /orders/:id
};
// file: api/controllers/orders/create.js
module.exports = {
  inputs: { total: { type: "number" } },
  fn: async (inputs) => inputs.total, // entry: POST /orders
};
