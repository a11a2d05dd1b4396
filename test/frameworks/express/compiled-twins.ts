// What the compiler wrote beside its sources is the same code again: it is read once, where it was written.

// file: src/server.ts
import express from "express";
import orders from "./orders";

const app = express();
app.use("/orders", orders);
app.listen(3000);
// file: src/server.js
"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };
Object.defineProperty(exports, "__esModule", { value: true });
const express_1 = __importDefault(require("express"));
const orders_1 = __importDefault(require("./orders"));
const app = (0, express_1.default)();
app.use("/orders", orders_1.default);
app.listen(3000);
// file: src/orders.ts
import { Router } from "express";

const router = Router();
router.post("/", (req, res) => res.end()); // entry: POST /orders
export default router;
// file: src/orders.js
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const express_1 = require("express");
const router = (0, express_1.Router)();
router.post("/", (req, res) => res.end());
exports.default = router;
// file: src/status.js
const { Router } = require("express");
const router = Router();
router.get("/status", (req, res) => res.end()); // entry: GET /status
module.exports = router;
