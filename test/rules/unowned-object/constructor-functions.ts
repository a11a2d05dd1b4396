// file: orders-dao.js
function OrdersDao(db) {
  const orders = db.collection("orders");
  this.create = (userId, text, callback) => orders.insertOne({ userId, text }, callback);
  this.remove = (id, callback) => orders.deleteOne({ _id: id }, callback);
  this.removeOwn = (id, userId, callback) => orders.deleteOne({ _id: id, userId }, callback);
}
module.exports.OrdersDao = OrdersDao;
// file: session.js
function SessionHandler(db) {
  this.isSignedIn = (req, res, next) => {
    if (req.session.userId) return next();
    return res.redirect("/login");
  };
}
SessionHandler.prototype.isKnown = function (req, res, next) {
  if (!req.session.userId) return res.sendStatus(401);
  next();
};
module.exports = SessionHandler;
// file: orders.js
const { OrdersDao } = require("./orders-dao");

function OrdersHandler(db) {
  const dao = new OrdersDao(db);
  this.add = (req, res) => dao.create(req.session.userId, req.body.text, (err, made) => res.json(made));
  this.remove = (req, res) => dao.remove(req.params.id, (err, done) => res.json(done)); // expect: unowned-object
  this.removeOwn = (req, res) => dao.removeOwn(req.params.id, req.session.userId, (err, done) => res.json(done));
}
module.exports = OrdersHandler;
// file: server.js
const express = require("express");
const { MongoClient } = require("mongodb");
const OrdersHandler = require("./orders");
const SessionHandler = require("./session");

const app = express();
MongoClient.connect("mongodb://localhost/shop", (err, db) => {
  if (err) throw err;
  const session = new SessionHandler(db);
  const orders = new OrdersHandler(db);
  app.post("/orders", session.isSignedIn, orders.add);
  app.delete("/orders/:id", session.isSignedIn, orders.remove);
  app.delete("/own-orders/:id", session.isKnown, orders.removeOwn); // silent: among the caller's own
  app.listen(3000);
});
