import express from "express";
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("people")
class Person {
  @PrimaryGeneratedColumn() id: string;
  @Column() team: string;
  @Column() points: number;
  @Column() seen: boolean;
  nickname() {
    return this.team;
  }
}
const source = new DataSource({ type: "postgres" });
const People = source.getRepository(Person);
const ofTeam = (team: string) => People.createQueryBuilder("person").where("person.team = :team", { team }).getMany();
const put = (person: Person, changes: Partial<Person>) => People.save(People.merge(person, changes)); // expect: unguarded-increment
const see = (person: Person) => People.save(People.merge(person, { seen: true })); // silent: the same again
const app = express();

app.post("/teams/:id/bonus", async (req, res) => {
  const people = await ofTeam(req.params.id);
  people.forEach((person) => {
    person.points += req.body.points;
  });
  await People.save(people); // expect: unguarded-increment
  res.end();
});

app.post("/people/:id/bonus", async (req, res) => {
  const [person] = await ofTeam(req.params.id);
  await put(person, { points: person.points + req.body.points });
  res.end();
});

app.post("/people/:id/seen", async (req, res) => {
  const [person] = await ofTeam(req.params.id);
  await see(person);
  res.json({ name: person.nickname() });
});
