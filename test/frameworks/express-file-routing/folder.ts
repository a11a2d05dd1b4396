// file: src/app.ts
import express from "express";
import { createRouter } from "express-file-routing";
const app = express();
await createRouter(app);
app.listen(3000);

// file: src/routes/orders/index.ts
export const get = async (req, res) => res.json([]); // entry: GET /orders
export const post = [async (req, res, next) => next(), async (req, res) => res.json({})]; // entry: POST /orders

// file: src/routes/orders/[id].ts
export default async (req, res) => res.json({}); // entry: ALL /orders/:id
