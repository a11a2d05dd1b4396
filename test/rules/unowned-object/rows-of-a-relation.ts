// Rows are found behind a relation of the caller, and one is changed by its own method that was found by the request's id alone.
import express from "express";
import { Model } from "objection";

class Boat extends Model {
  static tableName = "boats";
  async rename(name: string) {
    return await this.$query().patchAndFetch({ name }); // expect: unowned-object
  }
  async delete() {
    await this.$query().delete();
    await fetch("https://harbour.example/left", { method: "POST" });
  }
}
class User extends Model {
  static tableName = "users";
  static relationMappings = {
    fleet: { relation: Model.HasManyRelation, modelClass: Boat, join: { from: "users.id", to: "boats.user_id" } },
  };
}

const app = express();
app.use(async (req: any, res, next) => {
  req.user = await User.query().findOne({ token: req.headers.authorization });
  if (!req.user) return res.sendStatus(401);
  next();
});

const seenBy = (user: any) => (user.harbourMaster ? Boat.query() : user.$relatedQuery("fleet"));
app.get("/boats", async (req: any, res) => {
  res.json(await seenBy(req.user));
});
app.get("/boats/:id", async (req: any, res) => {
  res.json(await seenBy(req.user).findById(req.params.id).throwIfNotFound());
});
app.get("/boats/:id/plan", async (req: any, res) => {
  res.json(await seenBy(req.user).findById(req.params.id).throwIfNotFound());
});
app.delete("/boats/:id", async (req: any, res) => {
  const boat = await req.user.$relatedQuery("fleet").findById(req.params.id).throwIfNotFound();
  await boat.delete();
  res.sendStatus(204);
});
app.patch("/boats/:id", async (req: any, res) => {
  const boat = await req.user.$relatedQuery("fleet").findById(req.params.id).throwIfNotFound();
  res.json(await boat.rename(req.body.name));
});
app.patch("/boats/:id/name", async (req: any, res) => {
  const boat = await Boat.query().findById(req.params.id).throwIfNotFound();
  res.json(await boat.rename(req.body.name));
});
app.listen(3000);
