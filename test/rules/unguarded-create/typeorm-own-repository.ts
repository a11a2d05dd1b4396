// A class that extends TypeORM's repository saves what it is given; an entity that extends BaseEntity saves itself.
import express from "express";
import { Column, Entity, EntityRepository, getCustomRepository, PrimaryGeneratedColumn, Repository } from "typeorm";

@Entity()
class Notice {
  @PrimaryGeneratedColumn("uuid") id: string;
  @Column() text: string;
  @Column() seen: boolean;
}
@Entity()
class Member {
  @PrimaryGeneratedColumn("uuid") id: string;
  @Column({ unique: true }) email: string;
  @Column() name: string;
}
@EntityRepository(Notice)
class Notices extends Repository<Notice> {}
@EntityRepository(Member)
class Members extends Repository<Member> {}

const app = express();
app.use(express.json());
app.put("/notices/:id/seen", async (req, res) => { // silent: the row that was found
  const [notice] = await getCustomRepository(Notices).find({ id: req.params.id });
  await getCustomRepository(Notices).save({ ...notice, seen: true });
  res.end();
});
app.post("/members", async (req, res) => { // silent: the address is unique
  await getCustomRepository(Members).save({ email: req.body.email, name: req.body.name });
  res.end();
});
app.post("/notices", async (req, res) => {
  await getCustomRepository(Notices).save({ text: req.body.text, seen: false }); // expect: unguarded-create
  res.end();
});
app.listen(3000);
