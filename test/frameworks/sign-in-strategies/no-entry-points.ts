// Strategies are asked by the routes that use them, and are no routes: https://www.passportjs.org/packages/passport-local/
import express from "express";
import passport from "passport";
import LocalStrategy from "passport-local";

const app = express();

passport.use(
  new LocalStrategy(function verify(username, password, cb) {
    cb(null, false);
  }),
);

app.post("/login/password", passport.authenticate("local"), (req, res) => { // entry: POST /login/password
  res.json(req.user);
});
