// How many there are already says nothing of a repeat, whatever the call that counts them is named.
// file: package.json
{ "dependencies": { "express": "4", "typeorm": "0.3" } }
// file: src/server.ts
import express from "express";
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("tickets")
class Ticket {
  @PrimaryGeneratedColumn() id: number;
  @Column() owner: string;
  @Column() title: string;
}

const source = new DataSource({ type: "postgres", entities: [Ticket] });
const tickets = source.getRepository(Ticket);
const app = express();
app.use(express.json());

app.post("/tickets", async (req, res) => {
  const known = await tickets.createQueryBuilder("ticket").where("ticket.owner = :owner", { owner: req.body.owner }).getCount();
  if (known >= 5) return res.sendStatus(403);
  await tickets.insert({ owner: req.body.owner, title: req.body.title }); // expect: unguarded-create
  res.sendStatus(201);
});

app.post("/tickets/limited", async (req, res) => {
  const known = await tickets.createQueryBuilder("ticket").where("ticket.owner = :owner", { owner: req.body.owner }).getCount();
  if (known >= Number(process.env.LIMIT)) return res.sendStatus(403);
  await tickets.insert({ owner: req.body.owner, title: req.body.title }); // expect: unguarded-create
  res.sendStatus(201);
});

app.post("/tickets/only", async (req, res) => {
  const known = await tickets.createQueryBuilder("ticket").where("ticket.title = :title", { title: req.body.title }).getCount();
  if (known > 0) return res.sendStatus(409);
  // Two at once are another matter.
  await tickets.insert({ owner: req.body.owner, title: req.body.title }); // expect: unguarded-create
  //    ^^^^^^^^^^^^^^ looks whether tickets has the row
  res.sendStatus(201);
});
