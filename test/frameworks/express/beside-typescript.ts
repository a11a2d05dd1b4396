// A server in JavaScript that was half moved to TypeScript: Node, which starts the scripts, loads the scripts.

// file: server/app.js
const express = require("express");
const orders = require("./orders");

const app = express();
app.use("/orders", orders);
app.listen(3000);
// file: server/db.ts
import { PrismaClient } from "@prisma/client";

export default new PrismaClient();
// file: server/db.js
let PrismaClient;
try {
  ({ PrismaClient } = require("../../node_modules/@prisma/client"));
} catch (e) {
  throw new Error("Run npm install in the folder above.");
}

module.exports = new PrismaClient();
// file: server/orders.js
const { Router } = require("express");
const prisma = require("./db");

const router = Router();
router.delete("/:id", async (req, res) => { // entry: DELETE /orders/:id
  await prisma.order.delete({ where: { id: req.params.id } }); // effect: write database order, delete
  res.end();
});
module.exports = router;
