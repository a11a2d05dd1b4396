// file: package.json
{ "dependencies": { "@nestjs/common": "11.0.0", "@nestjs/typeorm": "11.0.0", "typeorm": "0.3.0", "@nestjs/passport": "11.0.0" } }
// file: src/entities.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("work_orders")
export class WorkOrder {
  @PrimaryGeneratedColumn() id: number;
  @Column() itemId: number;
  @Column() quantity: number;
}
@Entity("machines")
export class Machine {
  @PrimaryGeneratedColumn() id: number;
  @Column() title: string;
}
// file: src/work-orders.controller.ts
import { Controller, Get, Param } from "@nestjs/common";
import { InjectRepository } from "@nestjs/typeorm";
import { Repository } from "typeorm";
import { WorkOrder } from "./entities";

@Controller("work-orders")
export class WorkOrdersController {
  constructor(@InjectRepository(WorkOrder) private readonly orders: Repository<WorkOrder>) {}

  @Get()
  list() { // expect: missing-authentication
    return this.orders.find();
  }
  @Get(":id")
  one(@Param("id") id: string) { // expect: missing-authentication
    return this.orders.findOne({ where: { id: Number(id) } });
  }
}
// file: src/machines.controller.ts
import { Controller, Get, Param, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { InjectRepository } from "@nestjs/typeorm";
import { Repository } from "typeorm";
import { Machine } from "./entities";

@Controller("machines")
@UseGuards(AuthGuard("jwt"))
export class MachinesController {
  constructor(@InjectRepository(Machine) private readonly machines: Repository<Machine>) {}

  @Get() list() { return this.machines.find(); }
  @Get("free") free() { return this.machines.find({ where: { title: "free" } }); }
  @Get("busy") busy() { return this.machines.find({ where: { title: "busy" } }); }
  @Get("old") old() { return this.machines.find({ where: { title: "old" } }); }
  @Get(":id") one(@Param("id") id: string) { return this.machines.findOne({ where: { id: Number(id) } }); }
}
