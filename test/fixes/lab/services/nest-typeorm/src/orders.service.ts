import { Injectable, NotFoundException } from "@nestjs/common";
import { DataSource } from "typeorm";
import { Order, Receipt, User } from "./entities.ts";
import { stripe } from "./stripe.ts";

@Injectable()
export class OrdersService {
  constructor(private readonly dataSource: DataSource) {}

  ofUser(userId: number) {
    return this.dataSource.getRepository(Order).find({ where: { userId }, select: { id: true, cents: true } });
  }

  async create(userId: number, cents: number) {
    const order = await this.dataSource.getRepository(Order).save({ userId, cents, status: "open" });
    return { cents: order.cents, status: order.status };
  }

  async pay(id: number, userId: number) {
    const order = await this.dataSource.getRepository(Order).findOneBy({ id, userId });
    if (!order) throw new NotFoundException("No such order");

    const payment = await stripe.paymentIntents.create({ amount: order.cents, currency: "eur" });
    return { status: payment.status };
  }

  async close(id: number, receipt: number | null) {
    await this.dataSource.getRepository(Order).update({ id }, { status: "closed" });
    await this.dataSource.getRepository(Receipt).insert({ orderId: receipt as number });
    return { closed: id };
  }

  async spend(userId: number, points: number) {
    const user = await this.dataSource.getRepository(User).findOneByOrFail({ id: userId });
    await this.dataSource.getRepository(User).update({ id: userId }, { points: user.points - points });
  }
}
