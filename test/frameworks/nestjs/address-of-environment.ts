// Middleware below an address that the environment says; it refuses forged requests, and asks nobody who they are.

// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";
import { csrfProtection } from "./csrf";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  if (process.env.CSRF_ENABLED === "true") app.use(process.env.API_PREFIX, csrfProtection);
  await app.listen(3000);
}
bootstrap();
// file: src/csrf.ts
const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

export const csrfProtection = (request, response, next) => {
  if (!unsafe.has(request.method)) return next();
  const { authorization } = request.headers;
  if (authorization && authorization.startsWith("Bearer ")) return next();
  const fromCookie = request.cookies?.csrf_token;
  const fromHeader = request.headers["x-csrf-token"];
  if (!fromCookie || fromCookie !== fromHeader) {
    response.status(403).json({ message: "CSRF" });
    return;
  }
  next();
};
// file: src/app.module.ts
import { Module } from "@nestjs/common";
import { OrdersController } from "./orders.controller";

@Module({ controllers: [OrdersController] })
export class AppModule {}
// file: src/orders.controller.ts
import { Controller, Delete, Param } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Controller("orders")
export class OrdersController {
  @Delete(":id")
  remove(@Param("id") id: string) { // entry: DELETE /orders/:id // expect: missing-authentication
    return prisma.order.delete({ where: { id } }); // effect: write database order, delete, safe
  }
}
