// What the caller may do is asked of the caller's row, whose class has a method for it.
// file: src/rights.ts
export enum Right {
  NONE = 0,
  CHIEF = 2,
  MANAGE_STALLS = 16,
  SEE_STALLS = 32,
}

export const hasRight = (wanted: Right | Right[], value: number, options = { all: true }): boolean => {
  if (wanted === 0) return true;
  if (Array.isArray(wanted)) {
    if (value & Right.CHIEF) return true;
    return options.all ? wanted.every((one) => !!(value & one)) : wanted.some((one) => !!(value & one));
  }
  return !!(value & Right.CHIEF) || !!(value & wanted);
};

// file: src/trader.ts
import { Column, Entity, OneToMany, PrimaryGeneratedColumn } from "typeorm";
import { hasRight, type Right } from "./rights";
import { Stall } from "./stall";

@Entity()
export class Trader {
  @PrimaryGeneratedColumn() id: number;
  @Column() rights: number;
  @OneToMany(() => Stall, (stall) => stall.trader) stalls: Stall[];

  may(wanted: Right | Right[], options?: { all: boolean }): boolean {
    return hasRight(wanted, this.rights, options);
  }
}

// file: src/stall.ts
import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from "typeorm";
import { Trader } from "./trader";

@Entity()
export class Stall {
  @PrimaryGeneratedColumn() id: number;
  @Column() place: number;
  @ManyToOne(() => Trader, (trader) => trader.stalls) trader: Trader;

  // A repository has a method of this name too.
  remove(): void {
    this.place = 0;
  }
}

// file: src/stores.ts
import { DataSource } from "typeorm";

const source = new DataSource({ type: "postgres", entities: [] });
export const stored = (target) => source.getRepository(target);

// file: src/signed-in.ts
import type { Right } from "./rights";
import { stored } from "./stores";
import { Trader } from "./trader";

export const readTrader = async (req, _res, next) => {
  let trader: Trader | null = null;
  if (req.session?.traderId) trader = await stored(Trader).findOne({ where: { id: req.session.traderId } });
  if (trader) req.user = trader;
  next();
};

export const signedIn = (wanted?: Right | Right[]) => (req, res, next) => {
  if (!req.user || !req.user.may(wanted ?? 0)) {
    res.status(403).json({ error: "not yours" });
  } else {
    next();
  }
};

// file: src/server.ts
import express, { Router } from "express";
import session from "express-session";
import { Right } from "./rights";
import { readTrader, signedIn } from "./signed-in";
import { Stall } from "./stall";
import { stored } from "./stores";

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use(readTrader);
const stalls = Router();

stalls.get("/:id", async (req, res) => {
  const stall = await stored(Stall).findOneOrFail({ where: { id: Number(req.params.id) }, relations: { trader: true } });
  // silent: whoever may see all of them is asked for in a list
  if (stall.trader.id !== req.user.id && !req.user.may([Right.MANAGE_STALLS, Right.SEE_STALLS], { all: false }))
    return res.status(403).end();
  res.json(stall);
});

stalls.post("/:id/move", signedIn(Right.MANAGE_STALLS), async (req, res) => {
  const stall = await stored(Stall).findOneOrFail({ where: { id: Number(req.params.id) } }); // silent: a right is asked for
  stall.place = req.body.place;
  await stored(Stall).save(stall);
  res.json(stall);
});

stalls.post("/:id/swap", async (req, res) => {
  const stall = await stored(Stall).findOneOrFail({ where: { id: Number(req.params.id) } }); // expect: unowned-object
  stall.place = req.body.place;
  await stored(Stall).save(stall);
  res.json(stall);
});

stalls.delete("/:id", signedIn(Right.MANAGE_STALLS), async (req, res) => {
  const stall = await stored(Stall).findOneOrFail({ where: { id: Number(req.params.id) } });
  await stored(Stall).remove(stall);
  res.end();
});

// Without a right that is asked for, it is a login.
app.use("/stalls", signedIn(), stalls);
app.listen(3000);
