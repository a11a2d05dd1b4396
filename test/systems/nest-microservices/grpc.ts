import { Body, Controller, Get, Inject, Module, OnModuleInit, Param, Post } from "@nestjs/common";
import { Client, ClientGrpc, Transport } from "@nestjs/microservices";
import { firstValueFrom } from "rxjs";

interface FleetService {
  findShip(request: { id: string }): Observable<unknown>;
  addShip(request: { name: string }): Observable<unknown>;
}

@Controller("ships")
export class ShipsController implements OnModuleInit {
  private fleet: FleetService;
  @Client({ transport: Transport.GRPC, options: { package: "fleet", protoPath: "fleet.proto" } })
  private readonly other: ClientGrpc;
  constructor(@Inject("FLEET") private readonly client: ClientGrpc) {}
  onModuleInit() {
    this.fleet = this.client.getService<FleetService>("FleetService");
  }

  @Post()
  add(@Body() ship: { name: string }) {
    return this.fleet.addShip(ship).pipe(); // effect: call nest-microservices FleetService, call
  }
  @Get(":id")
  async find(@Param("id") id: string) {
    return await firstValueFrom(this.other.getService<FleetService>("Harbours").findShip({ id })); // effect: call nest-microservices Harbours, call
  }
}

@Module({ controllers: [ShipsController] })
export class AppModule {}
