// Rights stand in a table, found by their code: what one right reaches says nothing of another. Some of those who have a
// right are held to their own branch by a check that chiefs pass at once.
const express = require("express");
const jwt = require("jsonwebtoken");
const mongoose = require("mongoose");

const Right = mongoose.model("Right", new mongoose.Schema({ code: String, role: String, scope: String }));
const Branch = mongoose.model("Branch", new mongoose.Schema({ id: Number, owner_id: Number }));
const Combo = mongoose.model("Combo", new mongoose.Schema({ id: Number, branch_id: Number, price: Number }));
const Ticket = mongoose.model("Ticket", new mongoose.Schema({ id: Number, user_id: Number, state: String, held_until: Date, held_by: Number }));

const app = express();
app.use(express.json());
app.use((req, res, next) => {
  try {
    req.account = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.status(401).end();
  }
});

const may = (code) => async (req, res, next) => {
  const right = await Right.findOne({ code, role: req.account.role });
  if (!right) return res.status(403).end();
  req.permissionScope = right.scope;
  next();
};

const inOwnBranch = (branchOf) => async (req, res, next) => {
  const branchId = await branchOf(req);
  if (branchId === null) return res.status(404).end();
  if (req.permissionScope === "ALL") return next();
  const branch = await Branch.findOne({ id: branchId });
  if (!branch) return res.status(404).end();
  if (branch.owner_id !== req.account.id) return res.status(403).end();
  next();
};

async function branchOfCombo(req) {
  const combo = await Combo.findOne({ id: req.params.id });
  return combo ? combo.branch_id : null;
}

app.delete("/combos/:id", may("combo.delete"), inOwnBranch(branchOfCombo), async (req, res) => { // silent: chiefs, or whoever owns the branch
  await Combo.deleteOne({ id: req.params.id });
  res.end();
});
app.put("/combos/:id", may("combo.update"), inOwnBranch(branchOfCombo), async (req, res) => {
  await Combo.updateOne({ id: req.params.id }, { price: 1 });
  res.end();
});

app.get("/my-tickets", may("ticket.read"), async (req, res) => {
  res.json(await Ticket.find({ user_id: req.account.id }));
});
app.post("/tickets/:id/cancel", may("ticket.read"), async (req, res) => {
  await Ticket.updateOne({ id: req.params.id }, { state: "cancelled" }); // expect: unowned-object
  res.end();
});
app.get("/admin/tickets/:id", may("ticket.admin"), async (req, res) => { // silent: another right
  res.json(await Ticket.findOne({ id: req.params.id }));
});
app.post("/tickets/:id/refund", may("ticket.admin"), async (req, res) => { // silent: another right
  await Ticket.updateOne({ id: req.params.id }, { state: "refunded" });
  res.end();
});

app.listen(3000);
