import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
const clear = async (req, res) => {
  res.json(await prisma.order.deleteMany({ where: { batch: req.body.batch } }));
};

const OPEN = ["/api/v1/ping", "/api/v1/catalogue"];
app.use("/api/v1", (req, res, next) => {
  if (OPEN.some((prefix) => req.originalUrl.startsWith(prefix))) return next();
  if (/^\/partners\//.test(req.path)) return next();
  if (!req.user) return res.sendStatus(401);
  next();
});
app.post("/api/v1/orders", clear); // silent: not among those that are let through
app.post("/api/v1/orders/:id/lines", clear); // silent: whatever the parameter is
app.post("/api/v1/catalogue/clear", clear); // silent: the guard itself names the address
app.post("/api/v1/partners/clear", clear); // silent: the same, by a pattern

const PROTECTED = new Set(["/wipe", "/archive"]);
const router = express.Router();
router.use((req, res, next) => {
  for (const path of PROTECTED) if (req.path === path && !req.user) return res.sendStatus(401);
  if (PROTECTED.has(req.path) && !req.user) return res.sendStatus(401);
  next();
});
router.post("/wipe", clear); // silent: protected
router.post("/drop", (req, res) => clear(req, res)); // expect: missing-authentication
app.use("/jobs", router);

app.use("/files", (req, res, next) => {
  if (req.method === "GET") return next();
  if (!req.user) return res.sendStatus(401);
  next();
});
app.put("/files/:id", clear); // silent: this method is checked

app.use("/admin", (req, res, next) => {
  if (!req.originalUrl.split("?")[0].startsWith("/admin/public") && !req.user) return res.sendStatus(401);
  next();
});
app.post("/admin/clear", clear); // silent: below the guard
