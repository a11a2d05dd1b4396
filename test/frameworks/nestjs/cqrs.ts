import { Body, Controller, Get, Inject, Module, Param, Post } from "@nestjs/common";
import {
  CommandBus,
  CommandHandler,
  EventsHandler,
  type ICommandBus,
  type ICommandHandler,
  QueryBus,
  QueryHandler,
} from "@nestjs/cqrs";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export class PlaceOrder {
  constructor(readonly item: string) {}
}
export class FindOrder {
  constructor(readonly id: string) {}
}
export class CancelOrder {
  constructor(readonly id: string) {}
}
export class OrderPlaced {
  constructor(readonly id: string) {}
}

@CommandHandler(PlaceOrder)
export class PlaceOrderHandler implements ICommandHandler<PlaceOrder> {
  async execute(command: PlaceOrder) {
    return prisma.order.create({ data: { item: command.item } }); // effect: write database order
  }
}

@QueryHandler(FindOrder)
export class FindOrderHandler {
  async execute(query: FindOrder) {
    return prisma.order.findUnique({ where: { id: query.id } }); // effect: read database order
  }
}

/** A handler that is made by a function for its command. */
function handlerOf(command: new (...given: any[]) => object) {
  @CommandHandler(command)
  abstract class Base {
    async execute(given: any) {
      return this.handle(given);
    }
    abstract handle(given: any): Promise<unknown>;
  }
  return Base;
}

export class CancelOrderHandler extends handlerOf(CancelOrder) {
  constructor(@Inject("STORE") private readonly store: unknown) {
    super();
  }
  async handle(command: CancelOrder) {
    return prisma.order.delete({ where: { id: command.id } }); // effect: write database order
  }
}

@EventsHandler(OrderPlaced)
export class TellWarehouse {
  async handle(event: OrderPlaced) { // entry: event OrderPlaced
    return prisma.parcel.create({ data: { order: event.id } }); // effect: write database parcel
  }
}

@Controller("orders")
export class Orders {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject("COMMANDS") private readonly bus: ICommandBus,
  ) {}

  @Post()
  place(@Body() body: { item: string }) { // entry: POST /orders
    return this.commands.execute(new PlaceOrder(body.item));
  }

  @Get(":id")
  find(@Param("id") id: string) { // entry: GET /orders/:id
    return this.queries.execute(new FindOrder(id));
  }

  @Post(":id/cancel")
  cancel(@Param("id") id: string) { // entry: POST /orders/:id/cancel
    return this.bus.execute(new CancelOrder(id));
  }
}

@Module({
  controllers: [Orders],
  providers: [
    PlaceOrderHandler,
    FindOrderHandler,
    TellWarehouse,
    { provide: "COMMANDS", useExisting: CommandBus },
  ],
})
export class AppModule {}
