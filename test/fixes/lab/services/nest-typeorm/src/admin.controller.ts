import { Controller, Delete, Get, Param, ParseIntPipe, UseGuards } from "@nestjs/common";
import { DataSource } from "typeorm";
import { AuthGuard, Roles, RolesGuard } from "./auth.ts";
import { Order, User } from "./entities.ts";

@Controller("admin")
export class AdminController {
  constructor(private readonly dataSource: DataSource) {}

  @Get("users")
  @UseGuards(AuthGuard, RolesGuard)
  @Roles("admin")
  users() {
    return this.dataSource.getRepository(User).find({ select: { id: true, email: true }, order: { id: "ASC" } });
  }

  @Delete("users/:id")
  @UseGuards(AuthGuard)
  async remove(@Param("id", ParseIntPipe) id: number) {
    const gone = await this.dataSource.getRepository(User).delete({ id });
    return { deleted: gone.affected };
  }

  // Everything anybody ever bought.
  @Get("reports/sales")
  sales() {
    return this.dataSource.getRepository(Order).find({ select: { userId: true, cents: true }, order: { id: "ASC" } });
  }

  @Get("reports/customers")
  customers() {
    return this.dataSource
      .getRepository(User)
      .find({ where: { role: "customer" }, select: { email: true }, order: { id: "ASC" } });
  }
}
