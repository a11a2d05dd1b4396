// file: nest/package.json
{ "name": "nest", "dependencies": { "@nestjs/common": "11.0.0", "class-validator": "0.14.0" } }
// file: nest/src/reviews.controller.ts
import { Body, Controller, Post } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";
import { CreateShop } from "./create-shop.ts";

@Controller("reviews")
export class ReviewsController {
  private readonly prisma = new PrismaClient();

  @Post()
  create(@Body() body: { orderId: number; comment?: string; kind: "good" | "bad" }) {
    return this.prisma.review.create({ data: { orderId: body.orderId, comment: body.comment, kind: body.kind } }); // expect: unvalidated-input
  }

  @Post("shops")
  shop(@Body() body: CreateShop) {
    return this.prisma.shop.create({ data: { name: body.name, price: body.price } }); // expect: unvalidated-input
  }
}
// file: nest/src/create-shop.ts
/** What a shop is made of. */
export class CreateShop {
  name: string;
  // In cents.
  price?: number;
}
// file: box/package.json
{ "name": "box", "dependencies": { "fastify": "5.0.0", "@sinclair/typebox": "0.34.0" } }
// file: box/src/app.ts
import Fastify from "fastify";
import { Pool } from "pg";

const app = Fastify();
const pool = new Pool();

app.post("/notes", async (request, reply) => {
  const { text, rank } = request.body as { text: string; rank: number };
  await pool.query("INSERT INTO notes (text, rank) VALUES ($1, $2)", [text, rank]); // expect: unvalidated-input
  return reply.code(201).send();
});
// file: yup/package.json
{ "name": "yup", "dependencies": { "express": "5.0.0", "yup": "1.0.0" } }
// file: yup/src/app.ts
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

app.post("/notes", async (req, res) => {
  const { text, rank } = req.body;
  await pool.query("INSERT INTO notes (text, rank) VALUES ($1, $2)", [text, rank]); // expect: unvalidated-input
  res.status(201).end();
});
// file: web/package.json
{ "name": "pages", "dependencies": { "next": "16.0.0", "zod": "4.0.0" } }
// file: web/pages/api/notes.ts
import type { NextApiRequest, NextApiResponse } from "next";
import { Pool } from "pg";

const pool = new Pool();

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === "POST") {
    const { text, rank } = req.body as { text: string; rank: number };
    await pool.query("INSERT INTO notes (text, rank) VALUES ($1, $2)", [text, rank]); // expect: unvalidated-input
    return res.status(201).end();
  }
  return res.status(405).end();
}
