import { Body, Controller, Post } from "@nestjs/common";
import { DataSource } from "typeorm";
import { User } from "./entities.ts";

@Controller("users")
export class UsersController {
  constructor(private readonly dataSource: DataSource) {}

  @Post()
  async signUp(@Body() body: { email: string; role?: string }) {
    const user = await this.dataSource.getRepository(User).save({ email: body.email, role: body.role ?? "customer" });
    return { email: user.email, role: user.role };
  }
}
