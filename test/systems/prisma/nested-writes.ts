// https://www.prisma.io/docs/orm/prisma-client/queries/relation-queries#nested-writes
// file: prisma/schema/shop.prisma
datasource db {
  provider = "postgresql"
}

model Order {
  id         String      @id @default(cuid())
  number     String      @unique @default(uuid())
  customerId String
  customer   Customer    @relation(fields: [customerId], references: [id])
  items      OrderItem[]
  payment    Payment?
  tags       Tag[]
  notes      String[]
}

model OrderItem {
  id      String @id @default(cuid())
  orderId String
  sku     String
  amount  Int
  order   Order  @relation(fields: [orderId], references: [id])
  discounts Discount[]
}

model Discount {
  id     String    @id @default(cuid())
  itemId String
  item   OrderItem @relation(fields: [itemId], references: [id])
}

// file: prisma/schema/people.prisma
model Customer {
  id     String  @id @default(cuid())
  email  String  @unique
  visits Int     @default(0)
  orders Order[]
}

model Payment {
  id      String @id @default(cuid())
  orderId String @unique
  charge  String
  order   Order  @relation(fields: [orderId], references: [id])
}

model Tag {
  name   String  @id
  orders Order[]
}

// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.post("/orders", async (req, res) => {
  // effect: write postgres order, insert, unsafe
  // effect: write postgres orderItem, insert, unsafe
  // effect: write postgres discount, insert, unsafe
  // effect: write postgres tag, upsert, safe
  const order = await prisma.order.create({
    data: {
      customer: { connect: { id: req.body.customerId } },
      items: { create: [{ sku: req.body.sku, amount: 1, discounts: { create: { percent: 5 } } }] },
      tags: { connectOrCreate: { where: { name: req.body.tag }, create: { name: req.body.tag } } },
      notes: [],
    },
    include: { items: true },
  });
  res.json(order);
});

app.put("/orders/:number", async (req, res) => {
  const where = { number: req.params.number };
  // effect: write postgres order, set, safe
  // effect: write postgres orderItem, delete, safe
  // effect: write postgres orderItem, insert, safe
  await prisma.order.update({
    where,
    data: { items: { deleteMany: {}, createMany: { data: req.body.items } } },
  });
  // effect: write postgres order, set, safe
  // effect: write postgres orderItem, set, safe
  // effect: write postgres orderItem, increment, unsafe
  // effect: write postgres customer, increment, unsafe
  await prisma.order.update({
    where,
    data: {
      items: {
        update: { where: { id: req.body.itemId }, data: { sku: req.body.sku } },
        updateMany: { where: { sku: "old" }, data: { amount: { increment: 1 } } },
      },
      customer: { update: { visits: { increment: 1 } } },
    },
  });
  await prisma.order.update({ where, data: { payment: { delete: true } } }); // effect: write postgres order, set // effect: write postgres payment, delete
  await prisma.order.update({ where, data: { tags: { disconnect: { name: "new" } }, notes: { push: "a" } } }); // effect: write postgres order, append
  res.end();
});

app.put("/orders/:id/payment", async (req, res) => {
  // One payment of one order: its key is the order's.
  // effect: write postgres order, set, safe
  // effect: write postgres payment, insert, safe
  await prisma.order.update({
    where: { id: req.params.id },
    data: { payment: { create: { charge: req.body.charge } } },
  });
  // effect: write postgres order, set, safe
  // effect: write postgres payment, upsert, safe
  await prisma.order.update({
    where: { id: req.params.id },
    data: { payment: { upsert: { create: { charge: req.body.charge }, update: { charge: req.body.charge } } } },
  });
  res.end();
});

app.put("/customers", async (req, res) => {
  // What is made with the customer is made once, like the customer.
  // effect: write postgres customer, upsert, safe
  // effect: write postgres order, insert, safe
  // effect: write postgres orderItem, insert, safe
  await prisma.customer.upsert({
    where: { email: req.body.email },
    create: { email: req.body.email, orders: { create: { items: { create: req.body.items } } } },
    update: {},
  });
  res.end();
});
