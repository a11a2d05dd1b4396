import { CanActivate, Controller, Delete, Get, Injectable, Module, Param, SetMetadata, UseGuards } from "@nestjs/common";
import { NestFactory, Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const Permissions = (...names: string[]) => SetMetadata("permissions", names);
const Ranks = (...names: string[]) => SetMetadata("ranks-and-roles", names);

@Injectable()
class RanksGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context) {
    const wanted = this.reflector.get("ranks-and-roles", context.getHandler());
    return !wanted || wanted.includes(context.switchToHttp().getRequest().user.rank);
  }
}

@Controller("safes")
@UseGuards(AuthGuard("jwt"), RanksGuard)
class SafesController {
  @Get(":id/code")
  @Permissions("safes:open")
  code(@Param("id") id: string) { // expect: missing-role
    return prisma.safe.findUnique({ where: { id } });
  }

  @Delete(":id")
  @Ranks("keeper")
  remove(@Param("id") id: string) { // silent: a guard reads the mark
    return prisma.safe.delete({ where: { id } });
  }
}

@Module({ controllers: [SafesController] })
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
