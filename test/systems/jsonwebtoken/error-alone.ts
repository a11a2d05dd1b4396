// A callback that only takes the error: it is there exactly where the token is refused.
import express from "express";
import { verify } from "jsonwebtoken";

const app = express();
const key = process.env.JWT_KEY ?? "";

app.use("/harbours", (req, res, next) => {
  verify(req.headers.authorization ?? "", key, (err) => {
    if (err) return res.sendStatus(401); // guard: authentication inline function
    next();
  });
});
app.get("/harbours", (_req, res) => res.json([]));

// It goes on whatever was said.
app.use("/piers", (req, _res, next) => {
  verify(req.headers.authorization ?? "", key, (err) => {
    if (err) console.log(err);
    next();
  });
});
app.get("/piers", (_req, res) => res.json([]));
