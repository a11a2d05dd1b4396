// What a compiler wrote into another folder is the same code again.

// file: src/routes/orders.ts
import { Router } from "express";

export const orders = Router();
orders.get("/orders", (req, res) => res.json([])); // entry: GET /api/orders

// file: src/app.ts
import express from "express";
import { orders } from "./routes/orders";

const app = express();
app.use("/api", orders);
app.listen(3000);

// file: release/src/routes/orders.js
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const express_1 = require("express");
exports.orders = (0, express_1.Router)();
exports.orders.get("/orders", (req, res) => res.json([]));

// file: release/src/app.js
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const express_1 = require("express");
const orders_1 = require("./routes/orders");
const app = (0, express_1.default)();
app.use("/api", orders_1.orders);
app.listen(3000);

// file: generated/routes/orders.js
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const express_1 = require("express");
exports.orders = (0, express_1.Router)();
exports.orders.get("/orders", (req, res) => res.json([]));

// file: generated/only.js
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const express_1 = require("express");
const app = (0, express_1.default)();
app.get("/only", (req, res) => res.json([])); // entry: GET /only
app.listen(3001);
