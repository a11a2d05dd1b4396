import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { Args, Mutation, Query, Resolver } from "@nestjs/graphql";

function BlockResolver(classRef: any, createName: string, listName: string): any {
  @Resolver(() => Object, { isAbstract: true })
  abstract class Host {
    @Query(() => [classRef], { name: listName })
    async findMany() {} // entry: QUERY topics

    @Mutation(() => classRef)
    async [createName](@Args() args: object) {} // entry: MUTATION createTopic
  }
  return Host;
}

class Topic {}

@Resolver(() => Topic)
class TopicResolver extends BlockResolver(Topic, "createTopic", "topics") {
  @Query(() => Topic)
  topic() {} // entry: QUERY topic
}

@Module({ providers: [TopicResolver] })
class AppModule {}

NestFactory.create(AppModule);
