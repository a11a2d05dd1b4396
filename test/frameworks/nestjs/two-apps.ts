// file: apps/shop/src/main.ts
import { ValidationPipe, VersioningType, RequestMethod } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ShopModule } from "./shop.module";

async function bootstrap() {
  const app = await NestFactory.create(ShopModule);
  app.setGlobalPrefix("api", { exclude: ["health", { path: "webhooks/:name", method: RequestMethod.POST }] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: "1" });
  app.useGlobalPipes(new ValidationPipe());
  await app.listen(3000);
}
bootstrap();
// file: apps/shop/src/shop.module.ts
import { MiddlewareConsumer, Module, NestModule, RequestMethod } from "@nestjs/common";
import { CommonModule } from "../../../libs/common/common.module";
import { HealthController } from "./health.controller";
import { LoginMiddleware } from "./login.middleware";
import { OrdersController } from "./orders.controller";
import { OrdersRepository } from "./orders.repository";
import { ORDERS, PostgresOrders } from "./orders.service";

@Module({
  imports: [CommonModule],
  controllers: [OrdersController, HealthController],
  providers: [OrdersRepository, { provide: ORDERS, useClass: PostgresOrders }],
})
export class ShopModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(LoginMiddleware).forRoutes({ path: "orders/:id/receipt", method: RequestMethod.GET });
  }
}
// file: apps/shop/src/login.middleware.ts
import { Injectable, NestMiddleware, UnauthorizedException } from "@nestjs/common";

@Injectable()
export class LoginMiddleware implements NestMiddleware {
  use(req: any, res: any, next: () => void) {
    if (!req.session.userId) throw new UnauthorizedException(); // guard: authentication LoginMiddleware
    next();
  }
}
// file: apps/shop/src/health.controller.ts
import { All, Controller, Get, Post, VERSION_NEUTRAL, Version } from "@nestjs/common";

@Controller({ path: ["health", "webhooks"], version: VERSION_NEUTRAL })
export class HealthController {
  @Get()
  check() { // entry: GET /health // entry: GET /api/webhooks
    return "ok";
  }

  @Post(":name")
  receive() {} // entry: POST /api/health/:name // entry: POST /webhooks/:name
}
// file: apps/shop/src/orders.controller.ts
import { Body, Controller, Delete, Get, Inject, Param, Post, UseGuards, Version } from "@nestjs/common";
import { IsInt } from "class-validator";
import { Auth } from "./auth";
import { ORDERS, Orders } from "./orders.service";

class CreateOrder {
  @IsInt()
  total: number;
}

@Controller("orders")
export class OrdersController {
  constructor(@Inject(ORDERS) private readonly orders: Orders) {}

  @Post()
  @Auth("admin") // guard: authentication AuthGuard
  create(@Body() body: CreateOrder) { // entry: POST /api/v1/orders // guard: validation CreateOrder
    return this.orders.create(body.total);
  }

  @Get(":id")
  @Version(["1", "2"])
  find(@Param("id") id: string) {} // entry: GET /api/v1/orders/:id // entry: GET /api/v2/orders/:id

  @Get(":id/receipt")
  receipt() {} // entry: GET /api/v1/orders/:id/receipt
}
// file: apps/shop/src/auth.ts
import { applyDecorators, CanActivate, ExecutionContext, Injectable, SetMetadata, UseGuards } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";

@Injectable()
class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = this.reflector.getAllAndOverride<string[]>("roles", [context.getHandler(), context.getClass()]);
    if (!roles) return true;
    const { user } = context.switchToHttp().getRequest();
    return roles.includes(user.role); // guard: role RolesGuard
  }
}

export const Auth = (...roles: string[]) => applyDecorators(SetMetadata("roles", roles), UseGuards(AuthGuard("jwt"), RolesGuard)); 
// file: apps/shop/src/orders.service.ts
import { Injectable } from "@nestjs/common";
import { OrdersRepository } from "./orders.repository";

export const ORDERS = Symbol("orders");
export interface Orders {
  create(total: number): Promise<void>;
}

@Injectable()
export class PostgresOrders implements Orders {
  constructor(private readonly repository: OrdersRepository) {}
  create(total: number) {
    return this.repository.insert(total);
  }
}
// file: apps/shop/src/orders.repository.ts
import { Injectable } from "@nestjs/common";
import { InjectRepository } from "@nestjs/typeorm";
import { Column, Entity, PrimaryGeneratedColumn, Repository } from "typeorm";

@Entity("orders")
export class Order {
  @PrimaryGeneratedColumn() id: number;
  @Column() total: number;
}

@Injectable()
export class OrdersRepository {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}
  async insert(total: number) {
    await this.orders.insert({ total }); // effect: write database orders, insert
  }
}
// file: libs/common/common.module.ts
import { Controller, Get, Module } from "@nestjs/common";

@Controller("status")
class StatusController {
  @Get()
  status() {} // entry: GET /api/v1/status // entry: GET /internal/status
}

@Module({ controllers: [StatusController] })
export class CommonModule {}
// file: apps/admin/src/main.ts
import { NestFactory } from "@nestjs/core";
import { Controller, Delete, Module, Param } from "@nestjs/common";
import { CommonModule } from "../../../libs/common/common.module";

@Controller("orders")
class AdminOrdersController {
  @Delete(":id")
  remove(@Param("id") id: string) {} // entry: DELETE /internal/orders/:id
}

@Module({ imports: [CommonModule], controllers: [AdminOrdersController] })
class AdminModule {}

NestFactory.create(AdminModule).then((app) => {
  app.setGlobalPrefix("internal");
  return app.listen(3001);
});
