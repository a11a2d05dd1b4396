import express from "express";

const app = express();

app.get("/debug", (req, res) => res.json({ error: "not ready", key: process.env.JWT_SECRET })); // expect: answered-secret
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^ res.json shows process.env.JWT_SECRET
app.get("/all", (req, res) => res.status(500).send(process.env)); // expect: answered-secret
app.get("/text", () => new Response(JSON.stringify({ password: process.env.DB_PASSWORD }))); // expect: answered-secret
app.get("/connect", () => {
  throw new Error(`cannot connect with ${process.env.DB_PASSWORD}`); // expect: answered-secret
});

app.get("/health", (req, res) => res.json({ keyIsSet: Boolean(process.env.JWT_SECRET) })); // silent: only whether it is set
app.get("/key", (req, res) => res.json({ key: process.env.STRIPE_PUBLISHABLE_KEY })); // silent: made for the browser
app.post("/token", (req, res) => res.json({ accessToken: issue(req.body.user) })); // silent: made for the caller
app.get("/missing", () => {
  throw new Error("JWT_SECRET is not set"); // silent: its name
});

declare function issue(user: string): string;
