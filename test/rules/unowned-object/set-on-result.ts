import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Refund = mongoose.model("Refund", new mongoose.Schema({ userId: String, status: String }));

function filterOf(query) {
  const filter = { isDeleted: false };
  if (query.status) return { ...filter, status: query.status };
  return filter;
}

const app = express();
app.use(express.json(), (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  next();
});

app.get("/refunds", async (req, res) => {
  const filter = filterOf(req.query);
  filter.userId = req.user.id;
  res.json(await Refund.find(filter)); // silent: the helper's filter was limited afterwards
});
app.get("/refunds/:id", async (req, res) => {
  res.json(await Refund.findById(req.params.id)); // expect: unowned-object
});

app.listen(3000);
