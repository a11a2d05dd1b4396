import { Controller, Delete, ForbiddenException, Get, mixin, Module, Param, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

const Ranked = (rank: string) => {
  class RankGuard {
    canActivate(context) {
      if (context.switchToHttp().getRequest().user.rank !== rank) throw new ForbiddenException();
      return true;
    }
  }
  return mixin(RankGuard);
};

@Controller("admin/posters")
@UseGuards(AuthGuard("jwt"))
class PostersController {
  @Delete(":id")
  @UseGuards(Ranked("head"))
  remove(@Param("id") id: string) { // silent: a class that a function made is the guard
    return prisma.poster.delete({ where: { id } });
  }

  @Get()
  list() { // expect: missing-role
    return prisma.poster.findMany();
  }
}

@Module({ controllers: [PostersController] })
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
