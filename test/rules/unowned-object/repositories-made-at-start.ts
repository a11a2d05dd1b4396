// file: src/generic.repository.ts
import { FilterQuery, Model } from "mongoose";

export class GenericRepository<T> {
  private readonly _model: Model<T>;

  constructor(model: Model<T>) {
    this._model = model;
  }

  getOne(filter: FilterQuery<T>) {
    return this._model.findOne(filter).exec();
  }

  getAll(filter: FilterQuery<T>) {
    return this._model.find(filter).exec();
  }
}

// file: src/data.service.ts
import { Injectable, OnApplicationBootstrap } from "@nestjs/common";
import { InjectModel } from "@nestjs/mongoose";
import { Model } from "mongoose";
import { GenericRepository } from "./generic.repository";
import { Hall, Voucher } from "./schemas";

@Injectable()
export class DataService implements OnApplicationBootstrap {
  vouchers: GenericRepository<Voucher>;
  halls: GenericRepository<Hall>;

  constructor(
    @InjectModel(Voucher.name) private voucherModel: Model<Voucher>,
    @InjectModel(Hall.name) private hallModel: Model<Hall>,
  ) {}

  onApplicationBootstrap() {
    this.vouchers = new GenericRepository<Voucher>(this.voucherModel);
    this.halls = new GenericRepository<Hall>(this.hallModel);
  }
}

// file: src/schemas.ts
import { Prop, Schema, SchemaFactory } from "@nestjs/mongoose";

@Schema()
export class Voucher {
  @Prop() userId: string;
  @Prop() amount: number;
}
export const VoucherSchema = SchemaFactory.createForClass(Voucher);

@Schema()
export class Hall {
  @Prop() title: string;
}
export const HallSchema = SchemaFactory.createForClass(Hall);

// file: src/vouchers.controller.ts
import { CanActivate, Controller, ExecutionContext, Get, Injectable, Param, Req, UnauthorizedException, UseGuards } from "@nestjs/common";
import { JwtService } from "@nestjs/jwt";
import { DataService } from "./data.service";

@Injectable()
export class LoginGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const token = request.headers.authorization?.split(" ")[1];
    if (!token) throw new UnauthorizedException();
    request.user = await this.jwt.verifyAsync(token);
    return true;
  }
}

@UseGuards(LoginGuard)
@Controller()
export class VouchersController {
  constructor(private readonly data: DataService) {}

  @Get("vouchers")
  mine(@Req() request) {
    return this.data.vouchers.getAll({ userId: request.user.id });
  }

  // Each repository has a table of its own, though one class makes them all.
  @Get("vouchers/:id")
  one(@Param("id") id: string) { // expect: unowned-object
    return this.data.vouchers.getOne({ _id: id });
  }

  @Get("halls/:id")
  hall(@Param("id") id: string) { // silent: nobody's
    return this.data.halls.getOne({ _id: id });
  }
}
