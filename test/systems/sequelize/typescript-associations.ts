// https://github.com/sequelize/sequelize-typescript#type-safe-usage-of-auto-generated-functions
import express from "express";
import { BelongsToMany, Column, HasMany, Model, Table } from "sequelize-typescript";

@Table
class Player extends Model {
  @Column declare name: string;
}

@Table
class TeamPlayer extends Model {}

@Table
class Team extends Model {
  @Column declare name: string;
  @HasMany(() => Match) declare matches: Match[];
  @BelongsToMany(() => Player, () => TeamPlayer) declare players: Player[];
}

@Table
class Match extends Model {
  @Column declare day: string;
}

const app = express();

app.put("/teams/:id", async (req, res) => {
  const team = await Team.findByPk(req.params.id); // effect: read database Team, read
  await team.$create("match", { day: req.body.day }); // effect: write database Match, insert, unsafe
  await team.$add("players", req.body.players); // effect: write database TeamPlayer, upsert, safe
  await team.$set("players", []); // effect: write database TeamPlayer, set, safe
  await team.$remove("player", req.body.player); // effect: write database TeamPlayer, delete
  res.json(await team.$get("matches")); // effect: read database Match, read
});
