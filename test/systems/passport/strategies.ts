import express from "express";
import passport from "passport";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.use(passport.initialize());
app.get("/auth/google", passport.authenticate("google", { scope: ["email"] }));

app.delete("/a/:id", passport.authenticate("jwt", { session: false }), async (req, res) => { // guard: authentication passport.authenticate("jwt", …)
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});

app.delete("/b/:id", passport.authenticate(["jwt", "anonymous"], { session: false }), async (req, res) => {
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  res.end();
});
