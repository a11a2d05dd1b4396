import express from "express";
import { DataSource, type EntityManager, EntitySchema, type ObjectLiteral, type Repository } from "typeorm";
import { shared } from "./shared.js";

const Folder = new EntitySchema<{ id: string; name: string; shelf: string }>({
  name: "folder",
  columns: { ...shared, name: { type: String }, shelf: { type: String } },
  indices: [{ name: "one_of_a_name", columns: ["shelf", "name"], unique: true }],
});
const Paper = new EntitySchema<{ id: string; text: string }>({
  name: "paper",
  tableName: "papers",
  columns: { id: { type: "uuid", primary: true, generated: "uuid" }, text: { type: String } },
});

let source: DataSource | undefined;
function connection(): DataSource {
  if (!source) source = new DataSource({ type: "postgres" });
  return source;
}
type Getter<T extends ObjectLiteral> = (manager?: EntityManager) => Repository<T>;
const made = new Map<string, Getter<ObjectLiteral>>();
function repositoryOf<T extends ObjectLiteral>(entity: EntitySchema<T>): Getter<T> {
  const { name } = entity.options;
  if (made.has(name)) return made.get(name) as Getter<T>;
  const getter = (manager?: EntityManager) =>
    (manager?.getRepository(name) ?? connection().getRepository(name)) as Repository<T>;
  made.set(name, getter);
  return getter;
}
const folders = repositoryOf(Folder);

const app = express();
app.post("/folders", async (req, res) => {
  await folders().insert({ shelf: req.body.shelf, name: req.body.name }); // effect: write postgres folder, insert, safe
  res.end();
});
app.delete("/folders/:id", async (req, res) => {
  await folders().delete({ id: req.params.id }); // effect: write postgres folder, delete
  res.end();
});
app.post("/papers", async (req, res) => {
  await connection().getRepository(Paper).insert({ text: req.body.text }); // effect: write postgres papers, insert, unsafe
  res.end();
});
app.patch("/papers/:id", async (req, res) => {
  await connection().createQueryBuilder().update(Paper).set({ text: req.body.text }).where({ id: req.params.id }).execute(); // effect: write postgres papers, set
  res.end();
});
