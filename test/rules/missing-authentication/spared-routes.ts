// Middleware of a package leaves some addresses out.
import express from "express";
import unless from "express-unless";
import { expressjwt } from "express-jwt";
import jwt from "jsonwebtoken";
import Koa from "koa";
import koaJwt from "koa-jwt";
import Router from "koa-router";
import { Pool } from "pg";

const pool = new Pool();

const shop = express();
shop.use(
  expressjwt({ secret: process.env.SECRET ?? "", algorithms: ["HS256"] }).unless({
    path: ["/login", /^\/public\//, { url: "/carts", methods: ["GET"] }],
  }),
);
shop.delete("/orders/:id", async (req, res) => {
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]); // silent: not among those that are left out
  res.end();
});
shop.post("/carts", async (req, res) => {
  await pool.query("DELETE FROM carts WHERE id = $1", [req.body.id]); // silent: only to look at them is left out
  res.end();
});
shop.listen(1);

const api = new Koa();
const router = new Router();
api.use(koaJwt({ secret: process.env.SECRET ?? "" }).unless({ path: [/^\/(auth|images)/] }));
router.delete("/bills/:id", async (ctx) => {
  await pool.query("DELETE FROM bills WHERE id = $1", [ctx.params.id]); // silent: the same with Koa
});
api.use(router.routes());
api.listen(2);

const office = express();
const requireUser = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.SECRET);
  } catch {
    return res.status(401).end();
  }
  next();
};
requireUser.unless = unless;
office.use(requireUser.unless({ path: ["/login", "/letters"] }));
office.delete("/papers/:id", async (req, res) => {
  await pool.query("DELETE FROM papers WHERE id = $1", [req.params.id]); // silent: a function that was given the method
  res.end();
});
office.use(requireUser.unless({ custom: (req) => req.ip === "::1" }));
office.delete("/letters", async (req, res) => {
  await pool.query("DELETE FROM letters"); // silent: nobody can tell whom the second one spares
  res.end();
});
office.listen(3);

const open = express();
open.use(expressjwt({ secret: process.env.SECRET ?? "", algorithms: ["HS256"] }).unless({ path: ["/users"] }));
open.delete("/members/:id", async (req, res) => {
  await pool.query("DELETE FROM members WHERE id = $1", [req.params.id]);
  res.end();
});
open.put("/users", async (req, res) => {
  await pool.query("UPDATE users SET name = $1 WHERE id = $2", [req.body.name, req.body.id]); // silent: left out on purpose
  res.end();
});
open.listen(4);
