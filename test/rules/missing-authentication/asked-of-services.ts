// What a gateway asks another service for in a GET is most likely read there.
import { Controller, Delete, Get, Inject, Param, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { ClientProxy } from "@nestjs/microservices";

@Controller("parcels")
export class ParcelsController {
  constructor(@Inject("PARCELS") private readonly parcels: ClientProxy) {}

  @Get()
  list() { // silent: a question
    return this.parcels.send("parcels.list", {});
  }

  @Get("mine")
  @UseGuards(AuthGuard("jwt"))
  mine() {
    return this.parcels.send("parcels.mine", {});
  }

  @Delete(":id")
  drop(@Param("id") id: string) { // expect: missing-authentication
    return this.parcels.send("parcels.drop", { id });
  }
}
