// https://lucid.adonisjs.com/docs/crud-operations

// file: package.json
{ "imports": { "#models/*": "./app/models/*.js", "#controllers/*": "./app/controllers/*.js", "#middleware/*": "./app/middleware/*.js" } }
// file: app/models/boat.ts
import { BaseModel, column } from "@adonisjs/lucid/orm";
export default class Boat extends BaseModel {
  @column({ isPrimary: true }) declare id: number;
}
// file: app/models/keeper.ts
import { DbAccessTokensProvider } from "@adonisjs/auth/access_tokens";
import { compose } from "@adonisjs/core/helpers";
import { withAuthFinder } from "@adonisjs/auth/mixins/lucid";
import { BaseModel } from "@adonisjs/lucid/orm";
export default class Keeper extends compose(BaseModel, withAuthFinder(() => null)) {
  static table = "harbour_keepers";
  static accessTokens = DbAccessTokensProvider.forModel(Keeper, { table: "keeper_tokens" });
}
// file: app/middleware/auth_middleware.ts
export default class AuthMiddleware {
  async handle(ctx, next, options = {}) {
    await ctx.auth.authenticateUsing(options.guards); // guard: authentication auth
    return next();
  }
}
// file: app/controllers/boats_controller.ts
import Boat from "#models/boat";
import Keeper from "#models/keeper";
export default class BoatsController {
  async index({ request }) {
    return Boat.query().where("harbour", request.input("harbour")).orderBy("name"); // effect: read database boats, read
  }
  async names() {
    const boats = await Boat.query().orderBy("name"); // effect: read database boats, read
    const first = await Boat.query().firstOrFail(); // effect: read database boats, read
    const plain = first.toJSON();
    return [...boats.map((boat) => boat.name), plain.stays.find((stay) => stay.open)];
  }
  async store({ request }) {
    return Boat.create(request.only(["name"])); // effect: write database boats, insert
  }
  async update({ params, request }) {
    const boat = await Boat.findOrFail(params.id); // effect: read database boats, read
    await boat.merge(request.only(["name"])).save(); // effect: write database boats, set
  }
  async destroy({ params }) {
    await Boat.query().where("id", params.id).delete(); // effect: write database boats, delete
  }
  async reorder({ request }) {
    const boats = await Boat.query().whereIn("id", request.input("ids")); // effect: read database boats, read
    const saved = boats.map((boat) => {
      boat.berth = request.input("ids").indexOf(boat.id);
      return boat.save(); // effect: write database boats, set
    });
    await Promise.all(saved);
  }
  async login({ request }) {
    const keeper = await Keeper.verifyCredentials(request.input("email"), request.input("password")); // guard: authentication Keeper.verifyCredentials
    return Keeper.accessTokens.create(keeper); // effect: write database keeper_tokens, insert
  }
  async moor({ params }) {
    const boat = await Boat.findOrFail(params.id); // effect: read database boats, read
    await boat.related("stays").create({ from: 1 }); // effect: write database stays, insert
    await Keeper.updateOrCreate({ boatId: params.id }, { busy: true }); // effect: write database harbour_keepers, upsert
  }
}
// file: start/routes.ts
import router from "@adonisjs/core/services/router";
const BoatsController = () => import("#controllers/boats_controller");
const middleware = router.named({ auth: () => import("#middleware/auth_middleware") });
router.resource("boats", BoatsController).apiOnly();
router.get("names", [BoatsController, "names"]);
router.post("order", [BoatsController, "reorder"]);
router.post("login", [BoatsController, "login"]);
router.post("boats/:id/moor", [BoatsController, "moor"]).use(middleware.auth({ guards: ["api"] }));
