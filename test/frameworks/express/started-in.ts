// Modules by a path from the folder that the service is started in.
// file: shop/package.json
{ "name": "shop" }
// file: shop/src/app.js
const path = require("path");
const express = require("express");
const stock = require(path.resolve("src/stock"));
const again = require(path.join(process.cwd(), "src", "stock"));
const last = require(process.cwd() + "/src/stock");

const app = express();
app.post("/a", (req, res) => stock.save(req.body)); // entry: POST /a
app.post("/b", (req, res) => again.drop(req.body)); // entry: POST /b
app.post("/c", (req, res) => last.clear(req.body)); // entry: POST /c
// file: shop/src/stock.js
const { PrismaClient } = require("@prisma/client");
const prisma = new PrismaClient();
exports.save = (data) => prisma.item.create({ data }); // effect: write database item
exports.drop = (where) => prisma.item.delete({ where }); // effect: write database item
exports.clear = (where) => prisma.item.deleteMany({ where }); // effect: write database item
