// How much a caller has left is asked by the caller's own method, and is no right. Nor is what a look-up was given.
// file: src/trader.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity()
export class Trader {
  @PrimaryGeneratedColumn() id: number;
  @Column() nearTo: string;
  @Column() stallQuota: number;
  @Column() isChief: boolean;
  @Column() password: string;

  hasRoom(): boolean {
    return this.stallQuota === 3;
  }

  leads(): boolean {
    return this.isChief === true;
  }
}

// file: src/server.ts
import express from "express";
import session from "express-session";
import { Listing } from "some-listing";
import { DataSource } from "typeorm";
import { Trader } from "./trader";

const traders = new DataSource({ type: "postgres", entities: [] }).getRepository(Trader);
const listing = new Listing(process.env.LISTING_URL);
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use(async (req, res, next) => {
  const trader = await traders.findOne({ where: { id: req.session.traderId } });
  if (!trader) return res.sendStatus(401);
  req.user = trader;
  next();
});

app.post("/stalls", async (req, res) => {
  if (!req.user.hasRoom()) return res.status(403).end();
  res.end();
});

app.post("/fairs", async (req, res) => {
  const found = await listing.fairs({ near: req.user.nearTo });
  if (!found.open || !req.user.leads()) return res.status(403).end();
  res.end();
});

app.post("/halls", async (req, res) => {
  if (!req.user.leads()) return res.status(403).end();
  res.end();
});

app.put("/traders/me", async (req, res) => {
  await traders.update({ id: req.user.id }, { nearTo: req.body.nearTo, stallQuota: req.body.stallQuota }); // silent: no right
  res.end();
});

app.put("/traders/me/rank", async (req, res) => {
  await traders.update({ id: req.user.id }, { isChief: req.body.isChief }); // expect: role-from-request
  res.end();
});
