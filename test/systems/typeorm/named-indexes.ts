// https://typeorm.io/docs/advanced-topics/indices: the name is the index's, not the table's.
import express from "express";
import { Column, DataSource, Entity, Index, PrimaryGeneratedColumn, Unique } from "typeorm";

@Index("IDX_action_sort", ["active", "sortOrder"])
@Entity()
@Unique("UQ_action_title", ["title"])
class Action {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column() title!: string;
}

const source = new DataSource({ type: "postgres" });
const app = express();
app.post("/actions/:id", async (req, res) => {
  await source.getRepository(Action).update({ id: req.params.id }, { title: req.body.title }); // effect: write postgres Action
  res.end();
});
