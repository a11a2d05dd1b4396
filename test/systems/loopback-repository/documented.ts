// file: src/models.ts
import { Entity, model, property } from "@loopback/repository";
@model()
export class Boat extends Entity { @property({ id: true }) id!: string; }
@model()
export class Trip extends Entity { @property({ id: true }) id!: string; }
@model()
export class Basket extends Entity { @property({ id: true }) id!: string; }
// file: src/boat.repository.ts
import { inject } from "@loopback/core";
import { DefaultCrudRepository, type HasManyRepositoryFactory, juggler } from "@loopback/repository";
import { Boat, type Trip } from "./models";
export class BoatRepository extends DefaultCrudRepository<Boat, string> {
  readonly trips: HasManyRepositoryFactory<Trip, string>;
  constructor(@inject("datasources.db") source: juggler.DataSource, trips: () => Promise<never>) {
    super(Boat, source);
    this.trips = this.createHasManyRepositoryFactoryFor("trips", trips);
  }
  async retire(id: string) {
    await this.updateById(id, { retired: true }); // effect: write database Boat, set
  }
}
// file: src/basket.repository.ts
import { DefaultKeyValueRepository, juggler } from "@loopback/repository";
import { Basket } from "./models";
export class BasketRepository extends DefaultKeyValueRepository<Basket> {
  constructor(source: juggler.DataSource) {
    super(Basket, source);
  }
}
// file: src/boat.controller.ts
import { repository } from "@loopback/repository";
import { del, get, param, post, requestBody } from "@loopback/rest";
import { BasketRepository } from "./basket.repository";
import { BoatRepository } from "./boat.repository";
export class BoatController {
  constructor(
    @repository(BoatRepository) private boats: BoatRepository,
    @repository(BasketRepository) private baskets: BasketRepository,
  ) {}
  @get("/boats/{id}")
  find(@param.path.string("id") id: string) {
    return this.boats.findById(id); // effect: read database Boat, read
  }
  @post("/boats")
  create(@requestBody() boat: object) {
    return this.boats.create(boat); // effect: write database Boat, insert
  }
  @post("/boats/{id}/trips")
  sail(@param.path.string("id") id: string, @requestBody() trip: object) {
    return this.boats.trips(id).create(trip); // effect: write database trips, insert
  }
  @del("/boats/{id}")
  async retire(@param.path.string("id") id: string) {
    await this.boats.retire(id);
    await this.baskets.delete(id); // effect: write redis Basket, delete
  }
}
