// Middleware puts who is calling among what was sent.

// file: express.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

const intoBody = (req, res, next) => {
  try {
    const token = jwt.verify(req.headers.authorization, process.env.SECRET);
    req.body.userId = token.id;
  } catch {
    return res.status(401).end();
  }
  next();
};
const assigned = (req, res, next) => {
  const token = req.headers.authorization;
  if (!token) return res.status(401).end();
  jwt.verify(token, process.env.SECRET, (error, account) => {
    if (error) return res.status(401).end();
    Object.assign(req.query, { member: account });
    next();
  });
};
const perhaps = (req, res, next) => {
  const token = req.headers.authorization;
  if (!token) return next();
  req.body.userId = jwt.verify(token, process.env.SECRET).id;
  next();
};
const user = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.SECRET);
  } catch {
    return res.status(401).end();
  }
  next();
};

app.post("/orders", user, async (req, res) => {
  await pool.query("INSERT INTO orders (user_id, number) VALUES ($1, $2)", [req.user.id, req.body.number]);
  res.end();
});
app.get("/orders", intoBody, async (req, res) => {
  res.json(await pool.query("SELECT * FROM orders WHERE user_id = $1", [req.body.userId])); // silent: the middleware put it there
});
app.delete("/orders/:id", assigned, async (req, res) => {
  await pool.query("DELETE FROM orders WHERE id = $1 AND user_id = $2", [req.params.id, req.query.member.id]); // silent: the same
  res.end();
});
app.put("/orders/:id", user, async (req, res) => {
  await pool.query("UPDATE orders SET open = true WHERE id = $1 AND user_id = $2", [req.params.id, req.body.userId]); // expect: unowned-object
  res.end();
});
app.post("/orders/search", user, perhaps, async (req, res) => {
  // Without a token it may as well have been sent.
  res.json(await pool.query("SELECT * FROM orders WHERE user_id = $1", [req.body.userId])); // expect: unowned-object
});

// file: nest.ts
import { Body, Controller, Delete, Injectable, type MiddlewareConsumer, Module, type NestMiddleware, Query } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";
import { getAuth } from "firebase-admin/auth";

@Injectable()
export class Decode implements NestMiddleware {
  async use(req, res, next) {
    Object.assign(req.body, { user: await getAuth().verifyIdToken(req.headers.authorization.split(" ")[1]) });
    return next();
  }
}

@Controller("wishes")
export class Wishes {
  private prisma = new PrismaClient();

  @Delete()
  async remove(@Body("user") user, @Query("id") id: string) {
    await this.prisma.wish.deleteMany({ where: { id, userId: user.uid } }); // silent: the middleware put it there
  }

  @Delete("all")
  async removeAll(@Query("owner") owner: string) {
    await this.prisma.wish.deleteMany({ where: { userId: owner } }); // expect: unowned-object
  }
}

@Module({ controllers: [Wishes] })
export class AppModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(Decode).forRoutes(Wishes);
  }
}
