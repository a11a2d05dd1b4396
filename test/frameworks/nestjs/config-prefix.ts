import { Controller, Get, Module, Post } from "@nestjs/common";
import { ConfigModule, ConfigService, registerAs } from "@nestjs/config";
import { NestFactory, RouterModule } from "@nestjs/core";

const appConfig = registerAs("app", () => ({ apiPrefix: process.env.API_PREFIX || "api" }));

@Controller("orders")
class OrdersController {
  @Get()
  list() {} // entry: GET /api/shop/orders

  @Post("search/:kind")
  search() {} // entry: POST /api/shop/orders/search/:kind
}

@Module({ controllers: [OrdersController] })
class OrdersModule {}

@Module({
  imports: [
    ConfigModule.forRoot({ load: [appConfig] }),
    OrdersModule,
    RouterModule.register([{ path: "shop", children: [{ path: "/", module: OrdersModule }] }]),
  ],
})
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix(app.get(ConfigService).getOrThrow("app.apiPrefix", { infer: true }));
  await app.listen(3000);
}
bootstrap();
