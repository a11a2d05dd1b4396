import { Module } from "@nestjs/common";
import { DataSource } from "typeorm";
import { AdminController } from "./admin.controller.ts";
import { dataSource } from "./data-source.ts";
import { OrdersController } from "./orders.controller.ts";
import { OrdersService } from "./orders.service.ts";
import { UsersController } from "./users.controller.ts";
import { WebhooksController } from "./webhooks.controller.ts";

@Module({
  controllers: [WebhooksController, OrdersController, AdminController, UsersController],
  providers: [OrdersService, { provide: DataSource, useFactory: () => dataSource.initialize() }],
})
export class AppModule {}
