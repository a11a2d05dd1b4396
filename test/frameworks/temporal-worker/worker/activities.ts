import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

// entry: queue shop/ship
export async function ship(orderId: string) {
  await prisma.shipment.create({ data: { orderId } }); // effect: write database shipment
}
