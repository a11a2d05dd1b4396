// Errors of a file that a program made, which is not read: a guard that throws one is read all the same.
// file: src/main.ts
import { CanActivate, Controller, Delete, ExecutionContext, Injectable, Module, Param, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";
import { BadgeRequired } from "./errors.gen";
import { mayDelete } from "./rights.gen";

@Injectable()
class BadgeGuard implements CanActivate {
  constructor(private readonly db: PrismaClient) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const badge = await this.db.badge.findUnique({ where: { token: request.cookies.badge }, include: { user: true } });
    if (!badge) throw new BadgeRequired();
    request.user = badge.user;
    return true;
  }
}

@Injectable()
class RightsGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    await mayDelete(request);
    return true;
  }
}

@UseGuards(BadgeGuard)
@Controller("lockers")
class LockersController {
  constructor(private readonly db: PrismaClient) {}

  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.db.locker.delete({ where: { id } }); // expect: unowned-object
  }

  @Delete(":id/emptied")
  @UseGuards(RightsGuard)
  removeEmptied(@Param("id") id: string) {
    return this.db.locker.delete({ where: { id } }); // silent: what cannot be read may ask
  }
}

@Module({ controllers: [LockersController], providers: [PrismaClient] })
class GymModule {}

NestFactory.create(GymModule).then((app) => app.listen(3000));

// file: prisma/schema.prisma
model User {
  id      String   @id
  lockers Locker[]
  badges  Badge[]
}

model Badge {
  token  String @id
  userId String
  user   User   @relation(fields: [userId], references: [id])
}

model Locker {
  id     String @id
  userId String
  user   User   @relation(fields: [userId], references: [id])
}
