// file: src/models.ts
import { Model } from "objection";

export class Boat extends Model {
  static tableName = "boats";
}
export class Crew extends Model {
  static tableName = "crews";
}

// file: src/app.ts
import express from "express";
import { Boat, Crew } from "./models.ts";

const app = express();
app.use(express.json());
app.use((req: any, res: any, next: any) => (req.currentUser ? next() : res.status(401).end()));

app.post("/boats", async (req: any, res) => {
  res.json(await req.currentUser.$relatedQuery("boats").insert({ name: req.body.name }));
});
app.get("/boats", async (req: any, res) => {
  res.json(await req.currentUser.$relatedQuery("boats")); // silent: the caller's own
});
app.patch("/boats/:id", async (req: any, res) => {
  const boat = await req.currentUser.$relatedQuery("boats").findById(req.params.id).throwIfNotFound();
  res.json(await boat.$query().patch({ name: req.body.name })); // silent: found among the caller's own
});
app.delete("/boats/:id", async (req: any, res) => {
  const boat = await Boat.query().findById(req.params.id).throwIfNotFound();
  await boat.$query().delete(); // expect: unowned-object
  res.status(204).end();
});
app.delete("/boats/:id/crew", async (req: any, res) => {
  const boat = await req.currentUser.$relatedQuery("boats").findById(req.params.id).throwIfNotFound();
  await boat.$relatedQuery("crews").delete(); // silent: below a row of the caller's
  res.status(204).end();
});
app.get("/crews/:id", async (req: any, res) => {
  res.json(await Crew.query().findById(req.params.id)); // silent: nothing says whose they are
});
app.listen(3000);
