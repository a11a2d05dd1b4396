import { Body, Controller, Get, HttpCode, NotFoundException, Param, ParseIntPipe, Post, UseGuards } from "@nestjs/common";
import { DataSource } from "typeorm";
import { AuthGuard, CurrentUser } from "./auth.ts";
import { Order, Review, User } from "./entities.ts";
import { OrdersService } from "./orders.service.ts";
import { receipts } from "./queue.ts";
import { stripe } from "./stripe.ts";

@Controller()
@UseGuards(AuthGuard)
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly dataSource: DataSource,
  ) {}

  @Get("orders")
  list(@CurrentUser() user: User) {
    return this.orders.ofUser(user.id);
  }

  @Get("orders/:id")
  async find(@Param("id", ParseIntPipe) id: number, @CurrentUser() user: User) {
    const order = await this.dataSource.getRepository(Order).findOneBy({ id });
    if (!order) throw new NotFoundException(`No such order, ${user.email}`);
    return { id: order.id, cents: order.cents, status: order.status };
  }

  @Post("orders")
  create(@Body() body: { cents: number }, @CurrentUser() user: User) {
    return this.orders.create(user.id, body.cents);
  }

  @Post("orders/:id/pay")
  pay(@Param("id", ParseIntPipe) id: number, @CurrentUser() user: User) {
    return this.orders.pay(id, user.id);
  }

  @Post("donations")
  async donate(@Body() body: { cents: number }) {
    const payment = await stripe.paymentIntents.create({ amount: body.cents, currency: "eur" });
    return { status: payment.status };
  }

  @Post("orders/:id/receipt")
  @HttpCode(202)
  async receipt(@Param("id", ParseIntPipe) id: number) {
    await receipts.add("receipt", { orderId: id });
  }

  @Post("orders/:id/close")
  close(@Param("id", ParseIntPipe) id: number, @Body("receipt") receipt: number | null) {
    return this.orders.close(id, receipt);
  }

  @Post("points/spend")
  @HttpCode(204)
  async spend(@Body() body: { points: number }, @CurrentUser() user: User) {
    await this.orders.spend(user.id, body.points);
  }

  @Post("reviews")
  async review(@Body() body: { text: string; stars: number }, @CurrentUser() user: User) {
    await this.dataSource.getRepository(Review).insert({ userId: user.id, text: body.text, stars: body.stars });
    return { stored: true };
  }
}
