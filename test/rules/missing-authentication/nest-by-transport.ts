import { Body, Controller, type ExecutionContext, Injectable, Module, Post } from "@nestjs/common";
import { APP_GUARD, NestFactory } from "@nestjs/core";
import { Args, GqlExecutionContext, Mutation, Resolver } from "@nestjs/graphql";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

/** Of what comes in by GraphQL alone. */
@Injectable()
export class GraphqlLoginGuard extends AuthGuard("jwt") {
  getRequest(context: ExecutionContext) {
    return GqlExecutionContext.create(context).getContext().req;
  }

  async canActivate(context: ExecutionContext) {
    const type = context.getType<"http" | "graphql">();
    if (type !== "graphql") return true;
    return (await super.canActivate(context)) as boolean;
  }
}

@Resolver()
export class PlantResolver {
  @Mutation(() => Boolean)
  removePlant(@Args("id") id: string) {
    return prisma.plant.delete({ where: { id } }); // silent: it came in by GraphQL, and the guard asks
  }
}

@Controller("plants")
export class PlantController {
  @Post("removal")
  async remove(@Body("id") id: string) { // expect: missing-authentication
    await prisma.plant.delete({ where: { id } });
  }

  @Post("watering")
  async water(@Body("id") id: string) { // expect: missing-authentication
    await prisma.plant.update({ where: { id }, data: { watered: true } });
  }
}

@Module({
  controllers: [PlantController],
  providers: [PlantResolver, { provide: APP_GUARD, useClass: GraphqlLoginGuard }],
})
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
