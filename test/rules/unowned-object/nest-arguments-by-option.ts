import { Module, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { Args, Context, ID, Mutation, Resolver } from "@nestjs/graphql";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Resolver("Snippet")
@UseGuards(AuthGuard("jwt"))
class SnippetResolver {
  @Mutation(() => Boolean)
  async addSnippet(@Context() context: any, @Args({ name: "text" }) text: string) {
    await prisma.snippet.create({ data: { text, authorId: context.req.user.id } });
    return true;
  }

  @Mutation(() => Boolean)
  async removeSnippet(@Args({ name: "id", description: "Which one", type: () => ID }) id: string) {
    await prisma.snippet.delete({ where: { id } }); // expect: unowned-object
    return true;
  }

  @Mutation(() => Boolean)
  async dropSnippet(@Context() context: any, @Args({ name: "id", type: () => ID }) id: string) {
    await prisma.snippet.deleteMany({ where: { id, authorId: context.req.user.id } }); // silent: the caller's own
    return true;
  }
}

@Module({ providers: [SnippetResolver] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
