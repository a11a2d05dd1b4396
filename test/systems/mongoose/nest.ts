// file: src/cat.ts
import { Prop, Schema, SchemaFactory } from "@nestjs/mongoose";
import { type HydratedDocument } from "mongoose";

@Schema()
export class Cat {
  @Prop({ unique: true }) name!: string;
}

export type CatDocument = HydratedDocument<Cat>;
export const CatSchema = SchemaFactory.createForClass(Cat);
// file: src/cats.controller.ts
import { Body, Controller, Post } from "@nestjs/common";
import { InjectModel } from "@nestjs/mongoose";
import { Model } from "mongoose";
import { Cat, type CatDocument } from "./cat";

@Controller("cats")
export class CatsController {
  constructor(@InjectModel(Cat.name) private readonly cats: Model<CatDocument>) {}

  @Post()
  async create(@Body() body: { name: string }) {
    const made = new this.cats({ name: body.name });
    await made.save(); // effect: write mongodb Cat, insert
    return this.cats.findOneAndUpdate({ name: body.name }, { $set: { age: 1 } }, { upsert: true }); // effect: write mongodb Cat, upsert
  }
}
