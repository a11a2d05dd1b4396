// The caller's memberships are looked up, and one of them must have a role that is allowed.
import express from "express";
import jwt from "jsonwebtoken";
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("memberships")
class Membership {
  @PrimaryGeneratedColumn() id!: string;
  @Column() userId!: string;
  @Column() schoolId!: string;
  @Column() role!: string;
}
@Entity("courses")
class Course {
  @PrimaryGeneratedColumn() id!: string;
  @Column() title!: string;
}

const data = new DataSource({ type: "postgres" });
const memberships = data.getRepository(Membership);
const courses = data.getRepository(Course);
const app = express();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
  } catch {
    return res.status(401).end();
  }
  next();
});

const allow = (roles: string[]) => async (req, res, next) => {
  const own = await memberships.find({ where: { userId: req.user.id, schoolId: req.params.school } });
  const isAllowed = own.find((one) => roles.includes(one.role));
  const isOperator = own.find((one) => one.role === "operator");
  if (!isAllowed && !isOperator) return res.status(403).end();
  next();
};

app.post("/:school/courses", allow(["principal"]), async (req, res) => {
  res.json(await courses.save({ title: req.body.title })); // silent: a role is asked for
});
app.put("/:school/courses/:id", allow(["principal"]), async (req, res) => {
  res.json(await courses.update({ id: req.params.id }, { title: req.body.title })); // silent: the same
});
app.delete("/:school/courses/:id", async (req, res) => { // expect: missing-role
  res.json(await courses.delete({ id: req.params.id }));
});
