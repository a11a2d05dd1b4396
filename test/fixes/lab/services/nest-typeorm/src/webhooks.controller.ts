import { Body, Controller, Headers, HttpCode, NotFoundException, Post, type RawBodyRequest, Req, UnauthorizedException } from "@nestjs/common";
import { DataSource } from "typeorm";
import { Order, Payment, Receipt, User } from "./entities.ts";
import { stripe } from "./stripe.ts";

@Controller()
export class WebhooksController {
  constructor(private readonly dataSource: DataSource) {}

  @Post("webhooks/stripe")
  @HttpCode(200)
  async stripe(@Req() request: RawBodyRequest<object>, @Headers("stripe-signature") signature: string) {
    const event = stripe.webhooks.constructEvent(request.rawBody!, signature, process.env.WEBHOOK_SECRET!);
    if (event.type === "payment_intent.succeeded") {
      const { amount, metadata } = event.data.object;
      const payments = this.dataSource.getRepository(Payment);
      await payments.insert({ orderId: Number(metadata.order), cents: amount });
      if (metadata.fail === String(await payments.count())) throw new Error("The first delivery fails");
      await this.dataSource.getRepository(User).increment({ id: Number(metadata.user) }, "points", amount);
    }
    return { received: true };
  }

  @Post("hooks/shipping")
  @HttpCode(200)
  async shipping(@Headers("x-hook-token") token: string, @Body() body: { id: string; orderId: number }) {
    if (token !== process.env.WEBHOOK_SECRET) throw new UnauthorizedException();
    const { id, orderId } = body;
    console.log("parcel", id);
    const order = await this.dataSource.getRepository(Order).findOneBy({ id: orderId });
    if (!order) throw new NotFoundException();

    const receipt = await this.dataSource.getRepository(Receipt).save({ orderId });
    return { sent: receipt.orderId };
  }
}
