import { type ExecutionContext, ForbiddenException, Injectable, Module, UseGuards } from "@nestjs/common";
import { APP_GUARD, NestFactory } from "@nestjs/core";
import { Args, GqlExecutionContext, Mutation, Resolver } from "@nestjs/graphql";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Injectable()
export class LoginGuard {
  canActivate(context: ExecutionContext) {
    return GqlExecutionContext.create(context).getContext().req.user !== undefined;
  }
}

/** Asks for more of whoever is signed in, and nothing of visitors: it is no login. */
@Injectable()
export class SecondFactorGuard {
  async canActivate(context: ExecutionContext) {
    const graphql = GqlExecutionContext.create(context);
    const name = graphql.getInfo()?.parentType?.name;
    if (name !== "Query" && name !== "Mutation") return true;
    const user = graphql.getContext().req?.user;
    if (!user || user.hasSecondFactor) return true;
    const setting = await prisma.setting.findUnique({ where: { key: "second-factor" } });
    if (setting?.required) throw new ForbiddenException();
    return true;
  }
}

@Resolver()
export class PlanResolver {
  @Mutation(() => Boolean)
  removePlan(@Args("id") id: string) { // expect: missing-authentication
    return prisma.plan.delete({ where: { id } });
  }

  @Mutation(() => Boolean)
  @UseGuards(LoginGuard)
  renamePlan(@Args("id") id: string, @Args("name") name: string) { // silent: it asks for a login
    return prisma.plan.update({ where: { id }, data: { name } });
  }

  @Mutation(() => Boolean)
  @UseGuards(LoginGuard)
  hidePlan(@Args("id") id: string) {
    return prisma.plan.update({ where: { id }, data: { hidden: true } });
  }
}

@Module({ providers: [PlanResolver, { provide: APP_GUARD, useClass: SecondFactorGuard }] })
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
