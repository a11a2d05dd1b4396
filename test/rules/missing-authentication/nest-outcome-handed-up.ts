// A guard that looks at the outcome and hands it up leaves the decision to the package; one that asks another guard is read.
import { Controller, Delete, ExecutionContext, Inject, Injectable, Module, Param, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard, type IAuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

@Injectable()
class BadgeGuard extends AuthGuard(["jwt", "badge"]) {
  handleRequest(error: unknown, keeper: any, info: unknown, context: ExecutionContext) {
    const named = typeof keeper === "object" ? { ...keeper, name: keeper.first } : keeper;
    return super.handleRequest(error, named, info, context);
  }
}

@Injectable()
class WindowGuard extends AuthGuard("jwt") {
  handleRequest(error: unknown, keeper: any) {
    return keeper;
  }
}

@Injectable()
class EitherGuard {
  constructor(@Inject("KEEPER_GUARD") private readonly inner: IAuthGuard) {}

  canActivate(context: ExecutionContext) {
    return this.inner.canActivate(context);
  }

  handleRequest(error: unknown, keeper: any, info: unknown, context: ExecutionContext) {
    return this.inner.handleRequest(error, keeper, info, context);
  }
}

@UseGuards(BadgeGuard)
@Controller("cages")
class CagesController {
  constructor(private readonly zoo: PrismaClient) {}

  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.zoo.cage.delete({ where: { id } }); // silent: the package's own guard decides
  }
}

@UseGuards(EitherGuard)
@Controller("feeds")
class FeedsController {
  constructor(private readonly zoo: PrismaClient) {}

  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.zoo.feed.delete({ where: { id } }); // silent: it asks the guard that is injected
  }
}

@UseGuards(WindowGuard)
@Controller("signs")
class SignsController {
  constructor(private readonly zoo: PrismaClient) {}

  @Delete(":id")
  remove(@Param("id") id: string) { // expect: missing-authentication
    return this.zoo.sign.delete({ where: { id } });
  }
}

@Module({
  controllers: [CagesController, FeedsController, SignsController],
  providers: [PrismaClient, { provide: "KEEPER_GUARD", useFactory: () => new BadgeGuard() }],
})
class ZooModule {}

NestFactory.create(ZooModule).then((app) => app.listen(3000));
