// file: src/order.entity.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("orders")
export class Order {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ unique: true }) reference!: string;
}
// file: src/orders.service.ts
import { Injectable } from "@nestjs/common";
import { InjectDataSource, InjectRepository } from "@nestjs/typeorm";
import { DataSource, Repository } from "typeorm";
import { Order } from "./order.entity";

@Injectable()
export class OrdersService {
  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    @InjectDataSource() private readonly data: DataSource,
  ) {}

  async create(reference: string) {
    await this.data.transaction(async (manager) => {
      await manager.delete(Order, { reference }); // effect: write database orders, delete
    });
    return this.orders.save(this.orders.create({ reference })); // effect: write database orders, insert
  }
}
// file: src/orders.controller.ts
import { Body, Controller, Post } from "@nestjs/common";
import { OrdersService } from "./orders.service";

@Controller("orders")
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Post()
  create(@Body("reference") reference: string) {
    return this.orders.create(reference);
  }
}
// file: src/app.module.ts
import { Module } from "@nestjs/common";
import { OrdersController } from "./orders.controller";
import { OrdersService } from "./orders.service";

@Module({ controllers: [OrdersController], providers: [OrdersService] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

const app = await NestFactory.create(AppModule);
await app.listen(3000);
