// https://loopback.io/doc/en/lb4/Mixin.html: a class between the repository and the package's own calls what lies above it.
import { type Constructor, inject } from "@loopback/core";
import { type CrudRepository, DefaultCrudRepository, Entity, type juggler, model, property, repository } from "@loopback/repository";
import { patch, param, post, requestBody } from "@loopback/rest";

function TimestampMixin<R extends Constructor<CrudRepository<Tide>>>(base: R) {
  class Timestamped extends base {
    constructor(...args: any[]) {
      super(...args);
    }

    async create(entity: object) {
      return super.create({ ...entity, at: new Date() }); // effect: write database Tide, insert
    }

    async updateById(id: string, data: object) {
      return super.updateById(id, { ...data, at: new Date() }); // effect: write database Tide, set
    }
  }
  return Timestamped;
}

@model()
class Tide extends Entity {
  @property({ id: true }) id: string;
}

class TideRepository extends TimestampMixin(DefaultCrudRepository) {
  constructor(@inject("datasources.db") dataSource: juggler.DataSource) {
    super(Tide, dataSource);
  }
}

export class TideController {
  constructor(@repository(TideRepository) private readonly tides: TideRepository) {}

  @post("/tides")
  async create(@requestBody() tide: Tide) {
    return this.tides.create(tide);
  }

  @patch("/tides/{id}")
  async update(@param.path.string("id") id: string, @requestBody() tide: Tide) {
    await this.tides.updateById(id, tide);
  }
}
