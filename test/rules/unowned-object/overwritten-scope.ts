// Of two conditions on one column the later one counts: what the request says must not come behind the caller.

// file: package.json
{ "name": "letters", "dependencies": { "express": "5", "mongoose": "8", "jsonwebtoken": "9", "zod": "4" } }
// file: src/listing.ts
export class Listing {
  constructor(
    public rows: any,
    public query: Record<string, unknown>,
  ) {}
  filter() {
    const sent = { ...this.query };
    for (const name of ["page", "limit"]) delete sent[name];
    this.rows = this.rows.find(sent);
    return this;
  }
  read() {
    this.rows = this.rows.find({ isRead: this.query.isRead });
    return this;
  }
  paginate() {
    this.rows = this.rows.limit(Number(this.query.limit));
    return this;
  }
}
// file: src/server.ts
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import { z } from "zod";
import { Listing } from "./listing.ts";

const Letter = mongoose.model("Letter", new mongoose.Schema({ reader: String, text: String, isRead: Boolean }));
const page = z.object({ isRead: z.boolean().optional() });

const app = express();
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.get("/letters", async (req: any, res) => {
  const listing = new Listing(Letter.find({ reader: req.user.id }), req.query).filter().paginate(); // expect: unowned-object
  // ~ by "reader", and then by all that the request says
  res.json(await listing.rows);
});
app.get("/letters/again", async (req: any, res) => {
  res.json(await Letter.find({ reader: req.user.id, ...req.query })); // expect: unowned-object
});
app.get("/letters/others", async (req: any, res) => {
  const { reader, ...sent } = req.query;
  res.json(await Letter.find({ reader: req.user.id, ...sent })); // silent: the reader was taken away
});
app.get("/letters/refused", async (req: any, res) => {
  if (req.query.reader) return res.sendStatus(400);
  res.json(await Letter.find({ reader: req.user.id, ...req.query })); // silent: whoever sends one is refused
});
app.get("/letters/copied", async (req: any, res) => {
  const sent = { ...req.query };
  delete sent.reader;
  res.json(await Letter.find({ reader: req.user.id }).find(sent)); // silent: the reader was taken away
});
app.get("/letters/last", async (req: any, res) => {
  res.json(await Letter.find({ ...req.query, reader: req.user.id })); // silent: the caller stands last
});
app.get("/letters/parsed", async (req: any, res) => {
  const sent = page.parse(req.query);
  res.json(await Letter.find({ reader: req.user.id, ...sent })); // silent: the schema lets no reader through
});
app.get("/letters/read", async (req: any, res) => {
  const listing = new Listing(Letter.find({ reader: req.user.id }), req.query).read().paginate(); // silent: only one column is asked besides
  res.json(await listing.rows);
});
app.listen(3000);
