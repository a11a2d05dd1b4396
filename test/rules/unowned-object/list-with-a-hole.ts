// A slip in a list of roles leaves a hole, which nothing that goes over the list sees: the guard still refuses.
import { CanActivate, Controller, Delete, ExecutionContext, ForbiddenException, Get, Injectable, Module, Param, Post, Req } from "@nestjs/common";
import { APP_GUARD, Reflector } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();

export const RequiredRoles = Reflector.createDecorator<string[]>();

@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private reflector: Reflector) {}
  canActivate(context: ExecutionContext) {
    const roles = this.reflector.get(RequiredRoles, context.getHandler());
    if (!roles || roles.length === 0) return true;
    const { user } = context.switchToHttp().getRequest();
    if (!user || !roles.some((role) => user.role === role)) throw new ForbiddenException();
    return true;
  }
}

@Controller("lofts")
export class Lofts {
  @Post()
  @RequiredRoles(["landlord"])
  add(@Req() req) {
    return prisma.loft.create({ data: { landlordId: req.user.id } });
  }

  @Get()
  @RequiredRoles(["landlord"])
  own(@Req() req) {
    return prisma.loft.findMany({ where: { landlordId: req.user.id } });
  }

  @Delete(":id")
  // biome-ignore lint/suspicious/noSparseArray: the slip that this is about
  @RequiredRoles(["admin", , "landlord"])
  remove(@Param("id") id: string) {
    return prisma.loft.delete({ where: { id } }); // expect: unowned-object
  }

  @Delete(":id/wreck")
  // biome-ignore lint/suspicious/noSparseArray: the slip that this is about
  @RequiredRoles(["admin", ,])
  wreck(@Param("id") id: string) {
    return prisma.loft.delete({ where: { id } }); // silent: those who run the service
  }
}

@Module({ controllers: [Lofts], providers: [{ provide: APP_GUARD, useClass: RolesGuard }] })
export class App {}
