import { Body, Controller, Inject, Module, Post } from "@nestjs/common";
import { ClientProxy } from "@nestjs/microservices";

@Controller("orders")
export class OrdersController {
  constructor(@Inject("MAIL") private readonly client: ClientProxy) {}

  @Post()
  place(@Body() order: { id: string }) {
    this.client.emit("order.created", order); // effect: publish nest-microservices order.created, publish
    return this.client.send({ cmd: "total" }, order.id); // effect: call nest-microservices total
  }
}

@Module({ controllers: [OrdersController] })
export class AppModule {}
