// The schema that Nest makes is wrapped before it is served: https://docs.nestjs.com/graphql/quick-start
import { ApolloDriver } from "@nestjs/apollo";
import { Injectable, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { Args, GraphQLModule, Mutation, Resolver } from "@nestjs/graphql";
import { PrismaClient } from "@prisma/client";
import { applyMiddleware } from "graphql-middleware";
import { rule, shield } from "graphql-shield";

const prisma = new PrismaClient();
const isSignedIn = rule()(async (parent, args, context) => context.req.user !== null);
const permissions = shield({ Mutation: { deleteUser: isSignedIn } });

@Resolver()
class Users {
  @Mutation(() => Boolean)
  deleteUser(@Args("id") id: string) { // silent: a rule is given for it
    return prisma.user.delete({ where: { id } });
  }
  @Mutation(() => Boolean)
  banUser(@Args("id") id: string) { // expect: missing-authentication
    return prisma.user.update({ where: { id }, data: { banned: true } });
  }
}

@Injectable()
class Permissions {
  wrap(schema) {
    return applyMiddleware(schema, permissions);
  }
}

@Module({
  imports: [
    GraphQLModule.forRootAsync({
      driver: ApolloDriver,
      inject: [Permissions],
      useFactory: (rules: Permissions) => ({ autoSchemaFile: true, transformSchema: (schema) => rules.wrap(schema) }),
    }),
  ],
  providers: [Users, Permissions],
})
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
