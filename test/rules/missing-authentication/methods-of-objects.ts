// file: src/scans.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export default {
  find(id) {
    return prisma.code.findUnique({ where: { id } });
  },
  async redeem({ id, points }) {
    if (!(await this.find(id))) throw new Error("unknown");
    return [points].map((added) => this.book(id, added));
  },
  book(id, points) {
    return prisma.points.update({ where: { id }, data: { points } });
  },
};

// file: src/app.ts
import express from "express";
import scans from "./scans";

const app = express();
app.get("/me", (req, res) => (req.user ? res.json(req.user) : res.sendStatus(401)));
app.post("/scans", async (req, res) => res.json(await scans.redeem(req.body))); // expect: missing-authentication
