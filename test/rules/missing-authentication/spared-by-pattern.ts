// A pattern that leaves addresses out is written for the ids that the service has.
import express from "express";
import { expressjwt } from "express-jwt";
import { Pool } from "pg";

const pool = new Pool();

const yard = express();
yard.use(expressjwt({ secret: process.env.SECRET ?? "", algorithms: ["HS256"] }).unless({ path: [/^\/slips\/[0-9a-f-]{36}$/] }));
yard.put("/slips/:id", async (req, res) => {
  await pool.query("UPDATE slips SET length = $1 WHERE id = $2", [req.body.length, req.params.id]); // silent: left out on purpose
  res.end();
});
yard.listen(1);

const cranes = express();
cranes.use(expressjwt({ secret: process.env.SECRET ?? "", algorithms: ["HS256"] }).unless({ path: [/^\/cranes$/] })); // guard: authentication expressjwt(…).unless(…)
cranes.put("/cranes/:id", async (req, res) => {
  await pool.query("UPDATE cranes SET load = $1 WHERE id = $2", [req.body.load, req.params.id]); // silent: only the list is left out
  res.end();
});
cranes.listen(2);
