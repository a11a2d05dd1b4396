// file: src/boat.repository.ts
import { Getter, inject } from "@loopback/core";
import { juggler } from "@loopback/repository";
import { DefaultUserModifyCrudRepository } from "@sourceloop/core";
import { SoftCrudRepository } from "loopback4-soft-delete";
import { Boat, type BoatRelations } from "./models";

export class BoatRepository extends SoftCrudRepository<Boat, string, BoatRelations> {
  constructor(@inject("datasources.db") source: juggler.DataSource) {
    super(Boat, source);
  }
}
export class CrewRepository extends DefaultUserModifyCrudRepository<Crew, string> {
  constructor(@inject("datasources.db") source: juggler.DataSource, @inject("models.Crew") crew: typeof Crew, user: Getter<never>) {
    super(crew, source, user);
  }
}
// file: src/boat.controller.ts
import { patch, put, requestBody } from "@loopback/openapi-v3";
import { repository } from "@loopback/repository";
import { api, get, param, post } from "@loopback/rest";
import { authenticate, STRATEGY } from "loopback4-authentication";
import { authorize } from "loopback4-authorization";
import { BoatRepository, CrewRepository } from "./boat.repository";

const base = "boats";

export class BoatController {
  constructor(
    @repository(BoatRepository) private boats: BoatRepository,
    @repository(CrewRepository) private crew: CrewRepository,
  ) {}

  @authenticate(STRATEGY.BEARER) // guard: authentication authenticate
  @authorize({ permissions: ["ViewBoat"] }) // guard: role authorize
  @get(base)
  find(): unknown { // entry: GET /boats
    return this.boats.find(); // effect: read database Boat, read
  }

  @authorize({ permissions: ["*"] })
  @get(`${base}/open/{id}`)
  open(@param.path.string("id") id: string): unknown { // entry: GET /boats/open/:id
    return this.boats.findById(id); // effect: read database Boat, read
  }

  @authenticate(STRATEGY.BEARER) // guard: authentication authenticate
  @authorize({ permissions: ["EditBoat"] }) // guard: role authorize
  @patch(`/${base}/{id}`)
  async change(@param.path.string("id") id: string, @requestBody() boat: object) { // entry: PATCH /boats/:id
    await this.boats.updateById(id, boat); // effect: write database Boat, set
  }

  @authenticate(STRATEGY.BEARER) // guard: authentication authenticate
  @authorize({ permissions: ["EditCrew"] }) // guard: role authorize
  @put("/crew/{id}")
  async replace(@param.path.string("id") id: string, @requestBody() crew: object) { // entry: PUT /crew/:id
    await this.crew.replaceById(id, crew); // effect: write database Crew, set
  }
}
