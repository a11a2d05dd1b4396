// file: src/entities.ts
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

@Entity()
export class SeenEvent {
  @PrimaryColumn() id!: string;
}
@Entity()
export class Club {
  @PrimaryGeneratedColumn() id!: number;
  @Column() credits!: number;
}
// file: src/hooks.controller.ts
import { Controller, Headers, Post, Req } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import Stripe from "stripe";
import { DataSource } from "typeorm";
import { Club, SeenEvent } from "./entities";

@Controller("hooks")
export class HooksController {
  private readonly stripe = new Stripe(process.env.STRIPE_KEY!);
  constructor(@InjectDataSource() private readonly data: DataSource) {}

  @Post("stripe")
  async take(@Req() req, @Headers("stripe-signature") signature: string) { // silent: rows that were added are counted
    const event = this.stripe.webhooks.constructEvent(req.rawBody, signature, process.env.STRIPE_SECRET!);
    await this.data.transaction(async (manager) => {
      const added = await manager.createQueryBuilder().insert().into(SeenEvent).values({ id: event.id }).orIgnore().returning("id").execute();
      if (!added.raw.length) return;
      await manager.increment(Club, { id: event.data.object.metadata.club }, "credits", 5);
    });
  }

  @Post("stripe-open")
  async open(@Req() req, @Headers("stripe-signature") signature: string) { // expect: webhook-without-dedupe
    const event = this.stripe.webhooks.constructEvent(req.rawBody, signature, process.env.STRIPE_SECRET!);
    await this.data.transaction(async (manager) => {
      await manager.createQueryBuilder().insert().into(SeenEvent).values({ id: event.id }).orIgnore().execute();
      await manager.increment(Club, { id: event.data.object.metadata.club }, "credits", 5);
    });
  }
}
