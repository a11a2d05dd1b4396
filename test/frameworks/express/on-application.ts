// What is put on an application is found there by handlers.
import express from "express";
import { Pool } from "pg";

const app = express();
app.locals.db = new Pool();
app.set("pool", new Pool());
app.set("title", "Tides");

app.get("/tides", async (req, res) => { // entry: GET /tides
  res.json(await req.app.locals.db.query("SELECT * FROM tides")); // effect: read postgres tides, read, safe
});
app.get("/moons", async (req, res) => { // entry: GET /moons
  res.json(await req.app.get("pool").query("SELECT * FROM moons")); // effect: read postgres moons, read, safe
});
app.get("/title", (req, res) => res.send(req.app.get("title"))); // entry: GET /title

class Winds {
  constructor(private readonly pool: Pool) {}

  all() {
    return this.pool.query("SELECT * FROM winds"); // effect: read postgres winds, read, safe
  }
}

app.use((req, _res, next) => {
  req.context = { services: { winds: new Winds(new Pool()) } };
  next();
});
app.get("/winds", async (req, res) => res.json(await req.context.services.winds.all())); // entry: GET /winds
