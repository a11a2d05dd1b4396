// Everybody who may use the service passes one check of a right, looked up by the address; rows are found through the caller.
import { Ability } from "@casl/ability";
import express from "express";
import { Model } from "objection";

class Canoe extends Model {
  static tableName = "canoes";
}
class User extends Model {
  static tableName = "users";
  static relationMappings = {
    canoes: { relation: Model.HasManyRelation, modelClass: Canoe, join: { from: "users.id", to: "canoes.userId" } },
  };
}

const app = express();
app.use(async (req: any, res, next) => {
  req.user = await User.query().findOne({ token: req.headers.authorization });
  if (!req.user) return res.sendStatus(401);
  next();
});

function mayUse(req: any, res: express.Response, next: express.NextFunction) {
  const ability = new Ability(req.user.rules);
  if (!ability.can(req.method, req.baseUrl)) return res.sendStatus(403);
  next();
}

function seenBy(user: any) {
  return user.rules.own ? user.$relatedQuery("canoes") : Canoe.query();
}

app.get("/canoes/:id", mayUse, async (req: any, res) => {
  res.json(await req.user.$relatedQuery("canoes").findOne({ id: req.params.id }).throwIfNotFound());
});
app.patch("/canoes/:id", mayUse, async (req: any, res) => {
  const canoe = await req.user.$relatedQuery("canoes").findOne({ id: req.params.id }).throwIfNotFound();
  await canoe.$query().patch({ name: req.body.name });
  res.json(canoe);
});
app.get("/canoes/:id/paddles", mayUse, async (req: any, res) => {
  res.json(await req.user.$relatedQuery("canoes").findOne({ id: req.params.id }).throwIfNotFound());
});
app.get("/canoes/:id/plan", mayUse, async (req: any, res) => {
  res.json(await Canoe.query().findOne({ id: req.params.id }).throwIfNotFound()); // expect: unowned-object
});
app.get("/canoes/:id/seen", mayUse, async (req: any, res) => { // silent: whoever has no such rule finds their own alone
  res.json(await seenBy(req.user).findOne({ id: req.params.id }).throwIfNotFound());
});
