// https://docs.nestjs.com/fundamentals/custom-providers#factory-providers-usefactory

// file: src/kennel.entity.ts
import { Entity, PrimaryColumn } from "typeorm";
@Entity("kennels")
export class Kennel { @PrimaryColumn() id: string; }
// file: src/shelf.ts
import type { Repository } from "typeorm";
export interface Shelf<T> { all(): Promise<T[]>; drop(id: string): Promise<void>; }
export class StoredShelf<T> implements Shelf<T> {
  constructor(private readonly rows: Repository<T>) {}
  all() {
    return this.rows.find(); // effect: read database kennels, read
  }
  async drop(id: string) {
    await this.rows.delete(id); // effect: write database kennels, delete
  }
}
export const KENNELS = Symbol("KENNELS");
// file: src/rows.controller.ts
import { Delete, Get, Param } from "@nestjs/common";
import type { Shelf } from "./shelf";
export abstract class RowsController<T> {
  protected constructor(protected readonly shelf: Shelf<T>) {}
  @Get()
  list() { return this.shelf.all(); } // entry: GET /kennels
  @Delete(":id")
  remove(@Param("id") id: string) { return this.shelf.drop(id); } // entry: DELETE /kennels/:id
}
// file: src/kennels.controller.ts
import { Controller, Inject } from "@nestjs/common";
import { KENNELS, type Shelf } from "./shelf";
import { RowsController } from "./rows.controller";
import type { Kennel } from "./kennel.entity";
@Controller("kennels")
export class KennelsController extends RowsController<Kennel> {
  constructor(@Inject(KENNELS) shelf: Shelf<Kennel>) { super(shelf); }
}
// file: src/app.module.ts
import { Module } from "@nestjs/common";
import { getRepositoryToken, TypeOrmModule } from "@nestjs/typeorm";
import { Kennel } from "./kennel.entity";
import { KennelsController } from "./kennels.controller";
import { KENNELS, StoredShelf } from "./shelf";
@Module({
  imports: [TypeOrmModule.forFeature([Kennel])],
  providers: [{ provide: KENNELS, inject: [getRepositoryToken(Kennel)], useFactory: (rows) => new StoredShelf<Kennel>(rows) }],
  controllers: [KennelsController],
})
export class AppModule {}
// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";
const app = await NestFactory.create(AppModule);
await app.listen(3000);
