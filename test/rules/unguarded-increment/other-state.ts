// What is taken away is another row than the one that is added: an invitation that was waiting, and a member.
import express from "express";
import { expressjwt } from "express-jwt";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL as string);
const member = sequelize.define("member", { crewId: DataTypes.UUID, userId: DataTypes.UUID, state: DataTypes.STRING });
const app = express();
app.use(expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] }));

app.post("/crews/:id/join", async (req: any, res) => {
  const row = await member.findOne({ where: { crewId: req.params.id, userId: req.auth.id } });
  if (row) {
    if (row.state === "invited") await member.destroy({ where: { id: row.id } });
    return res.sendStatus(204);
  }
  await member.create({ crewId: req.params.id, userId: req.auth.id, state: req.auth.captain ? "leads" : "sails" }); // silent: invitations alone are taken away
  res.sendStatus(201);
});

app.post("/crews/:id/star", async (req: any, res) => {
  const row = await member.findOne({ where: { crewId: req.params.id, userId: req.auth.id } });
  if (row) {
    if (row.state === "starred") await member.destroy({ where: { id: row.id } });
    return res.sendStatus(204);
  }
  await member.create({ crewId: req.params.id, userId: req.auth.id, state: "starred" }); // expect: unguarded-increment
  res.sendStatus(201);
});
