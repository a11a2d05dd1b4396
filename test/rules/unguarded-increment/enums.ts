// file: src/app.ts
import { PrismaClient, VoucherState } from "@prisma/client";
import express from "express";
import { CourseState } from "./generated/prisma/enums";

const app = express();
const prisma = new PrismaClient();

// An enum of the schema is the text of its member's name: the state that is asked for is left.
app.patch("/vouchers/:id/void", async (req, res) => {
  await prisma.$transaction(async (tx) => {
    const voucher = await tx.voucher.findUniqueOrThrow({ where: { id: req.params.id } });
    if (voucher.state === VoucherState.REDEEMED) {
      await tx.purse.update({ where: { id: voucher.purseId }, data: { coins: { decrement: voucher.coins } } }); // silent: only from this state
    }
    await tx.voucher.update({ where: { id: req.params.id }, data: { state: VoucherState.VOID } });
  });
  res.end();
});
app.post("/courses/:id/open", async (req, res) => {
  await prisma.course.update({ where: { id: req.params.id, state: CourseState.DRAFT }, data: { state: CourseState.OPEN } });
  await prisma.school.update({ where: { id: req.body.school }, data: { seats: { increment: 10 } } }); // silent: the update above throws the second time
  res.end();
});
app.post("/courses/:id/keep", async (req, res) => {
  await prisma.course.update({ where: { id: req.params.id, state: CourseState.OPEN }, data: { state: CourseState.OPEN } });
  await prisma.school.update({ where: { id: req.body.school }, data: { seats: { increment: 10 } } }); // expect: unguarded-increment
  res.end();
});
