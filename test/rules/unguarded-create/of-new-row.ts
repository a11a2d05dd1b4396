import express from "express";
import { Column, DataSource, Entity, JoinColumn, OneToOne, PrimaryGeneratedColumn } from "typeorm";

@Entity("people")
class Person {
  @PrimaryGeneratedColumn() id: number;
  @Column() name: string;
}

@Entity("staff")
class Staff {
  @PrimaryGeneratedColumn() id: number;
  @OneToOne(() => Person) @JoinColumn() person: Person;
  @Column({ unique: true }) personId: number;
}

const source = new DataSource({ type: "postgres" });
const app = express();

app.post("/staff", async (req, res) => {
  await source.transaction(async (manager) => {
    const person = await manager.getRepository(Person).save({ name: req.body.name }); // expect: unguarded-create
    await manager.getRepository(Staff).save({ person, personId: person.id });
  });
  res.end();
});
