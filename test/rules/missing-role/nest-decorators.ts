import { Controller, Delete, Get, Injectable, Param, SetMetadata, UseGuards } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { Pool } from "pg";

const pool = new Pool();
export const Roles = (...roles: string[]) => SetMetadata("roles", roles);

@Injectable()
export class AuthGuard {
  canActivate(context: any) {
    return context.switchToHttp().getRequest().user !== undefined;
  }
}

@Injectable()
export class RolesGuard {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: any) {
    const roles = this.reflector.get("roles", context.getHandler());
    return roles.includes(context.switchToHttp().getRequest().user.role);
  }
}

@Controller("admin/plans")
export class PlansController {
  @Get()
  @UseGuards(AuthGuard, RolesGuard)
  @Roles("admin")
  list() { // silent: it asks for the role
    return pool.query("SELECT id, price FROM plans");
  }

  @Delete(":id")
  @UseGuards(AuthGuard)
  remove(@Param("id") id: string) { // expect: missing-role
    return pool.query("DELETE FROM plans WHERE id = $1", [id]);
  }
}
