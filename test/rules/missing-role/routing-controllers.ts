// A parameter of the project's own says who is calling: what is asked of it is a check.
import jwt from "jsonwebtoken";
import { createParamDecorator, ForbiddenError, Get, JsonController, Post, UseBefore } from "routing-controllers";
import { DataSource, Entity, PrimaryGeneratedColumn, Column } from "typeorm";

@Entity("milestones")
class Milestone {
  @PrimaryGeneratedColumn() id!: number;
  @Column() name!: string;
}
class Account {
  rank!: string;
  isAdmin() {
    return this.rank === "admin";
  }
}
const milestones = new DataSource({ type: "postgres" }).getRepository(Milestone);
const Caller = () => createParamDecorator({ value: (action) => action.request.user });

function login(req, res, next) {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
}

@UseBefore(login)
@JsonController("/admin")
export class AdminController {
  @Post("/milestones") // silent: the caller is asked for a right
  async add(@Caller() caller: Account) {
    if (!caller.isAdmin()) throw new ForbiddenError();
    await milestones.save({ name: "first" });
  }

  @Post("/milestones/reset")
  async reset() { // expect: missing-role
    await milestones.clear();
  }
}
