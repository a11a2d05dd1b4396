// Added is only what is not among the rows that were read: the second time all of it is.
import express from "express";
import { DataSource, Entity, In, PrimaryGeneratedColumn, Column } from "typeorm";

@Entity()
class Crew {
  @PrimaryGeneratedColumn() id!: number;
  @Column() reference!: string;
}
const database = new DataSource({ type: "postgres", entities: [Crew] });
const app = express();

function groupsOf(header: unknown): { reference: string }[] {
  return String(header).split(",").map((part) => ({ reference: part.split(":")[1]! }));
}

app.post("/crews", async (req, res) => {
  const groups = groupsOf(req.headers.authorization);
  const crews = await database.getRepository(Crew).find({ where: { reference: In(groups.map(({ reference }) => reference)) } });
  const missing = groups.filter((group: any) => !crews.find((crew) => crew.reference === group.reference));
  for (const group of missing) await database.getRepository(Crew).save(database.getRepository(Crew).create({ reference: group.reference })); // silent: only what is missing
  res.sendStatus(204);
});
app.post("/crews/all", async (req, res) => {
  const groups = groupsOf(req.headers.authorization);
  for (const group of groups) await database.getRepository(Crew).save(database.getRepository(Crew).create({ reference: group.reference })); // expect: unguarded-create
  res.sendStatus(204);
});
app.listen(3000);
