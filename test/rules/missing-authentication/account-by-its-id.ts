// The account of whomever the request names is there: that says nothing of who is calling.
import { auth, clerkClient } from "@clerk/nextjs/server";
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.delete("/users/:userId/orders", async (req, res) => { // expect: missing-authentication
  const user = await clerkClient.users.getUser(req.params.userId);
  if (!user) return res.sendStatus(404);
  await prisma.order.deleteMany({ where: { userId: user.id } });
  res.end();
});

app.delete("/orders", async (req, res) => { // silent: the session says who is calling
  const { userId } = await auth();
  if (!userId) return res.sendStatus(401);
  const user = await clerkClient.users.getUser(userId);
  await prisma.order.deleteMany({ where: { userId: user.id } });
  res.end();
});

app.listen(3000);
