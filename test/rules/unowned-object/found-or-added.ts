// What middleware leaves on the request is the caller's, whether it was found or added where there was none.
import express from "express";
import { getAuth } from "@clerk/express";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
const app = express();
async function access(req, res, next) {
  try {
    const { userId } = getAuth(req);
    if (!userId) return next(new Error("Unauthorized"));
    let office = await prisma.office.findFirst({ where: { loginId: userId } });
    office ??= await prisma.office.create({ data: { loginId: userId } });
    req.officeId = office.id;
    next();
  } catch (error) {
    next(error);
  }
}
app.use(access);
app.post("/payments", async (req, res) => {
  res.json(await prisma.payment.create({ data: { officeId: req.officeId, worth: 5 } }));
});
app.get("/payments", async (req, res) => {
  res.json(await prisma.payment.findMany({ where: { officeId: req.officeId } })); // silent: the caller's own
});
app.delete("/payments/:id", async (req, res) => {
  res.json(await prisma.payment.deleteMany({ where: { id: req.params.id, officeId: req.officeId } })); // silent: the caller's own
});
app.delete("/payments/:id/all", async (req, res) => {
  res.json(await prisma.payment.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
app.listen(1);
