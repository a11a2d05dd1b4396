// https://feathersjs.com/api/databases/knex
import { feathers } from "@feathersjs/feathers";
import { KnexService } from "@feathersjs/knex";
import { koa } from "@feathersjs/koa";

class BerthService extends KnexService {
  async create(data: any, params: any) {
    return super.create({ ...data, keeper: params.user.id }, params); // effect: write database berths, insert
  }
}
class StayService extends KnexService {}
const getOptions = () => ({ Model: {}, name: "stays" });
const app = koa(feathers());
app.use("stays", new StayService(getOptions()), { methods: ["remove"] }); // effect: write database stays, delete
app.use("boats", new KnexService({ Model: {}, name: "boats" }), { methods: ["find", "patch"] }); // effect: read database boats, read // effect: write database boats, set
app.use("berths", new BerthService({ Model: {}, name: "berths" }), { methods: ["create"] });
