// A row that is loaded by an id of the request, through parameters in an object of their own, and handed over to be removed.
// file: src/find-by-id.ts
export class FindById {
  id: number;
  relations?: string[];

  constructor(given: { id: number; relations?: string[] }) {
    Object.assign(this, given);
  }
}

// file: src/berth.entity.ts
import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from "typeorm";
import { Skipper } from "./skipper.entity";

@Entity()
export class Berth {
  @PrimaryGeneratedColumn() id: number;
  @Column() skipperId: number;
  @ManyToOne(() => Skipper) skipper: Skipper;
}

// file: src/skipper.entity.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity()
export class Skipper {
  @PrimaryGeneratedColumn() id: number;
  @Column() email: string;
}

// file: src/berths.service.ts
import { Injectable, NotFoundException } from "@nestjs/common";
import { InjectRepository } from "@nestjs/typeorm";
import { Repository } from "typeorm";
import { Berth } from "./berth.entity";
import { FindById } from "./find-by-id";

@Injectable()
export class BerthsService {
  constructor(@InjectRepository(Berth) private readonly berths: Repository<Berth>) {}

  all(skipperId: number) {
    return this.berths.find({ where: { skipperId } });
  }

  async one(wanted: FindById) {
    const berth = await this.berths.findOne({ where: { id: wanted.id }, relations: wanted.relations });
    if (!berth) throw new NotFoundException();
    return berth;
  }

  async remove(id: number) {
    const berth = await this.one(new FindById({ id }));
    await this.berths.remove(berth);
  }
}

// file: src/berths.controller.ts
import { Controller, Delete, Get, Module, Param, Req, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { BerthsService } from "./berths.service";

@UseGuards(AuthGuard("jwt"))
@Controller("berths")
export class BerthsController {
  constructor(private readonly service: BerthsService) {}

  @Get()
  all(@Req() request) {
    return this.service.all(request.user.id);
  }

  @Delete(":id")
  remove(@Param("id") id: number) { // expect: unowned-object
    return this.service.remove(id);
  }
}

@Module({ controllers: [BerthsController], providers: [BerthsService] })
export class BerthsModule {}

// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { BerthsModule } from "./berths.controller";

NestFactory.create(BerthsModule).then((app) => app.listen(3000));
