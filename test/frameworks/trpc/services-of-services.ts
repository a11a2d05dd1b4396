// Services that functions make of other services, many times over.
import { PrismaClient } from "@prisma/client";
import { initTRPC } from "@trpc/server";

const prisma = new PrismaClient();

function makeOrders() {
  return { add: (name: string) => prisma.order.create({ data: { name } }) }; // effect: write database order, insert
}
type Orders = ReturnType<typeof makeOrders>;
function makeMailing(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
function makeBilling(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
function makeStock(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
function makeShops(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
function makePrices(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
function makeDrivers(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
function makeRoutes(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
function makeBonus(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
function makeAudit(inner: Orders) {
  return { add: (name: string) => inner.add(name) };
}
const orders = makeOrders();
const mailing = makeMailing(orders);
const billing = makeBilling(mailing);
const stock = makeStock(billing);
const shops = makeShops(stock);
const prices = makePrices(shops);
const drivers = makeDrivers(prices);
const routes = makeRoutes(drivers);
const bonus = makeBonus(routes);
const audit = makeAudit(bonus);
const t = initTRPC.create();
export const router = t.router({
  add: t.procedure.mutation(({ input }) => audit.add(input)), // entry: MUTATION add
});
