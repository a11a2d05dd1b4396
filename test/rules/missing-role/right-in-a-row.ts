// A guard that counts the caller's rows of a feature that only administrators have asks for a role.
// file: src/main.ts
import { CanActivate, Controller, Delete, ExecutionContext, Get, Injectable, Module, Param, Post, UnauthorizedException, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";
import { Refused } from "./errors.gen";

@Injectable()
class LoginGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (!request.session.user) throw new UnauthorizedException();
    return true;
  }
}

@Injectable()
class Features {
  constructor(private readonly db: PrismaClient) {}

  async leads(userId: string) {
    const rows = await this.db.grantedFeature.count({ where: { userId, active: true, feature: { kind: "administrator" } } });
    return rows > 0;
  }

  async tries(userId: string) {
    const rows = await this.db.grantedFeature.count({ where: { userId, active: true, feature: { kind: "early-access" } } });
    return rows > 0;
  }
}

@Injectable()
class LeadGuard implements CanActivate {
  constructor(private readonly features: Features) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    let allow = false;
    if (request.session.user) allow = await this.features.leads(request.session.user.id);
    if (!allow) throw new Refused();
    return true;
  }
}

@Injectable()
class TrialGuard implements CanActivate {
  constructor(private readonly features: Features) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    let allow = false;
    if (request.session.user) allow = await this.features.tries(request.session.user.id);
    if (!allow) throw new Refused();
    return true;
  }
}

@UseGuards(LoginGuard)
@Controller("members")
class MembersController {
  constructor(private readonly db: PrismaClient) {}

  @UseGuards(LeadGuard)
  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.db.user.delete({ where: { id } }); // silent: only administrators
  }

  @UseGuards(TrialGuard)
  @Delete(":id/data")
  forget(@Param("id") id: string) { // expect: missing-role
    return this.db.user.delete({ where: { id } });
  }

  @UseGuards(LeadGuard)
  @Post(":id/ban")
  ban(@Param("id") id: string) {
    return this.db.user.update({ where: { id }, data: { banned: true } });
  }
}

@Module({ controllers: [MembersController], providers: [PrismaClient, Features] })
class ClubModule {}

NestFactory.create(ClubModule).then((app) => app.listen(3000));

// file: prisma/schema.prisma
model User {
  id       String           @id
  banned   Boolean
  features GrantedFeature[]
}

model Feature {
  id   String           @id
  kind String
  users GrantedFeature[]
}

model GrantedFeature {
  id        String  @id
  userId    String
  featureId String
  active    Boolean
  user      User    @relation(fields: [userId], references: [id])
  feature   Feature @relation(fields: [featureId], references: [id])
}
