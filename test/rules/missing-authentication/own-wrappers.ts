// Wrappers that the same file exports, that look for the last argument, and classes that keep the open paths as patterns.

// file: helpers.js
const jwt = require("jsonwebtoken");
exports.caught = (work) =>
  function run(...args) {
    const next = args[args.length - 1];
    return Promise.resolve(work(...args)).catch((error) => next(error));
  };
exports.signedIn = exports.caught(async (req, res, next) => {
  const seen = jwt.verify(req.headers.authorization, process.env.SIGNING);
  req.accountId = seen.sub;
  next();
});
module.exports.plainText = module.exports.caught(async (req, res, next) => {
  if (req.headers["content-type"] !== "text/plain") throw new Error("text only");
  next();
});
// file: crates.js
const express = require("express");
const { PrismaClient } = require("@prisma/client");
const { caught, plainText, signedIn } = require("./helpers");
const prisma = new PrismaClient();
const app = express();
app.get("/crates", signedIn, caught(async (req, res) => res.json(await prisma.crate.findMany({ where: { owner: req.accountId } }))));
app.delete("/crates", signedIn, caught(async (req, res) => res.json(await prisma.crate.deleteMany({ where: { owner: req.accountId } })))); // silent: the token is read by a wrapper of its own file
app.post("/crates/clear", plainText, caught(async (req, res) => res.json(await prisma.crate.deleteMany({ where: { batch: req.body } })))); // expect: missing-authentication
// file: open-paths.ts
import express, { type NextFunction, type Request, type Response } from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
class Gate {
  private open: RegExp[];
  constructor() {
    this.open = [/^\/v2\/reports\/open$/, /^\/v2\/[\w-]+\/share$/];
  }
  pass(req: Request, res: Response, next: NextFunction) {
    if (this.isOpen(req.path)) return next();
    try {
      req.user = jwt.verify(req.headers.authorization ?? "", process.env.SIGNING ?? "");
      next();
    } catch {
      return res.status(401).json({ message: "Sign in first" });
    }
  }
  private isOpen(path: string): boolean {
    return this.open.some((pattern) => pattern.test(path));
  }
}
const gate = new Gate();
const app = express();
app.use(gate.pass.bind(gate));
const prisma = new PrismaClient();
app.post("/v2/reports/clear", async (req, res) => { res.json(await prisma.report.deleteMany({ where: { batch: req.body.batch } })); }); // silent: no pattern fits the path
app.post("/v2/reports/open", async (req, res) => { res.json(await prisma.report.deleteMany({ where: { batch: req.body.batch } })); }); // silent: the gate names the address
