import { CanActivate, Controller, Delete, ForbiddenException, Injectable, Module, Param, Patch, Post, SetMetadata, UseGuards } from "@nestjs/common";
import { NestFactory, Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
enum Role { OWNER = "OWNER", GUEST = "GUEST" }
const Roles = (...names: Role[]) => SetMetadata("roles", names);

@Injectable()
class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context) {
    const wanted = this.reflector.get("roles", context.getHandler());
    if (!wanted.includes(context.switchToHttp().getRequest().user.role)) throw new ForbiddenException();
    return true;
  }
}

@Injectable()
class CrewGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  async canActivate(context) {
    const wanted = this.reflector.get("roles", context.getHandler());
    const { user, params } = context.switchToHttp().getRequest();
    const place = await prisma.place.findUnique({ where: { boatId_personId: { boatId: params.boatId, personId: user.id } } });
    if (!place) throw new Error("No place on that boat");
    const seat = { id: place.id, role: Role[place.role] };
    if (wanted.includes(seat.role)) return true;
    throw new Error("Not in that role");
  }
}

@Controller("boats")
@UseGuards(AuthGuard("jwt"))
class BoatsController {
  @Delete(":boatId/log")
  @UseGuards(RolesGuard)
  @Roles(Role.OWNER)
  empty(@Param("boatId") id: string) { // silent: the guard stands ahead of it
    return prisma.log.deleteMany({ where: { boatId: id } });
  }

  @Patch(":boatId/name")
  @UseGuards(CrewGuard)
  @Roles(Role.OWNER)
  rename(@Param("boatId") id: string) { // silent: another guard reads the mark
    return prisma.boat.update({ where: { id }, data: { name: "x" } });
  }

  @Post(":boatId/repairs")
  @Roles(Role.OWNER)
  repair(@Param("boatId") id: string) { // expect: missing-role
    return prisma.repair.updateMany({ where: { boatId: id }, data: { done: true } });
  }
}

@Module({ controllers: [BoatsController] })
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
