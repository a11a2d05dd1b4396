import express from "express";

const app = express();
const headers = { authorization: `Bearer ${process.env.PRINTER_KEY}` };
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.post("/prints", signedIn, async (req, res) => { // silent: guarded
  await fetch("https://printer.example/jobs", { method: "POST", headers, body: JSON.stringify(req.body) });
  res.sendStatus(202);
});

app.post("/prints/again", async (req, res) => { // expect: missing-authentication
  await fetch("https://printer.example/jobs", { method: "POST", headers, body: JSON.stringify(req.body) });
  res.sendStatus(202);
});

app.get("/weather", async (req, res) => { // silent: something is read there, for everybody
  res.json(await (await fetch(`https://weather.example/${req.query.city}`, { headers })).json());
});

app.post("/forward", async (req, res) => { // silent: the other service is shown who is calling
  const own = { authorization: req.headers.authorization, "x-from": process.env.SERVICE_NAME };
  await fetch("https://printer.example/jobs", { method: "POST", headers: own, body: JSON.stringify(req.body) });
  res.sendStatus(202);
});
