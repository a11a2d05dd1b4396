// file: config/routes.js
module.exports.routes = {
  "GET /orders/:id": "OrderController.find",
  "POST /orders": "OrderController.create",
  "DELETE /orders/:id": { action: "orders/remove" },
};
// file: api/models/Order.js
module.exports = {
  attributes: { number: { type: "string", unique: true }, owner: { model: "user" }, items: { collection: "item", via: "order" } },
};
// file: api/models/User.js
module.exports = { attributes: { email: { type: "string", unique: true } } };
// file: api/services/StockService.js
module.exports = {
  take: async (order) => {
    await Order.updateOne({ id: order }).set({ taken: true }); // effect: write database order, set
  },
};
// file: api/controllers/OrderController.js
module.exports = {
  find: async (req, res) => {
    const order = await Order.findOne(req.params.id).populate("items"); // effect: read database order, read
    res.json(order);
  },
  create: async (req, res) => {
    const user = await User.findOrCreate({ email: req.body.email }, { email: req.body.email }); // effect: write database user, upsert
    const order = await Order.create({ owner: user.id }).fetch(); // effect: write database order, insert, unsafe
    await Order.create({ number: req.body.number }); // effect: write database order, insert, safe
    await StockService.take(order.id);
    await sails.models.order.update({ owner: user.id }, { paid: true }); // effect: write database order, set
    await sails.sendNativeQuery("DELETE FROM carts WHERE owner = $1", [user.id]); // effect: write database carts, delete
    res.json(order);
  },
};
// file: api/controllers/orders/remove.js
module.exports = {
  inputs: { id: { type: "number" } },
  fn: async (inputs) => {
    await Order.destroy({ id: inputs.id }); // effect: write database order, delete
  },
};
