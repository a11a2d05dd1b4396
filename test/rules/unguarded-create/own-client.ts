// `source.initialize()` and `source.manager.connection` are the source: one look-up stands ahead of one insert.
import express from "express";
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("members")
class Member {
  @PrimaryGeneratedColumn() id!: number;
  @Column() email!: string;
}
const source = new DataSource({ type: "postgres", entities: [Member] });

async function opened() {
  if (source.isInitialized) return source.manager.connection;
  return await source.initialize();
}

const app = express();
app.post("/members", async (req, res) => {
  const members = (await opened()).getRepository(Member);
  const found = await members.findOneBy({ email: req.body.email });
  if (found) return res.json(found);
  res.json(await members.save({ email: req.body.email })); // expect: unguarded-create
  //             ^^^^^^^^^^^^ looks whether members has the row, then adds it
});
app.listen(3000);
