// file: src/math.controller.ts
import { Controller } from '@nestjs/common';
import { MessagePattern, EventPattern, GrpcMethod, GrpcStreamMethod, Payload } from '@nestjs/microservices';
@Controller()
export class MathController {
  @MessagePattern({ cmd: 'sum' }) sum(data: number[]) { return 1; } // entry: queue sum
  @MessagePattern('time.us.*') t(@Payload() d: any) { return 1; } // entry: queue time.us.*
  @EventPattern('user_created') e(data: any) {} // entry: queue user_created
  @GrpcMethod('HeroesService', 'FindOne') f(data: any) { return 1; } // entry: HeroesService.FindOne
  @GrpcMethod('HeroesService') findMany(data: any) { return 1; } // entry: HeroesService.FindMany
}
// file: src/cats.gateway.ts
import { WebSocketGateway, SubscribeMessage, MessageBody } from '@nestjs/websockets';
@WebSocketGateway(80, { namespace: 'events' })
export class EventsGateway {
  @SubscribeMessage('identity') async identity(@MessageBody() data: number) { return data; } // entry: socket identity
}
// file: src/tasks.ts
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Interval, Timeout } from '@nestjs/schedule';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { OnEvent } from '@nestjs/event-emitter';
@Injectable()
export class TasksService {
  @Cron('45 * * * * *') a() {} // entry: schedule 45 * * * * *
  @Cron(CronExpression.EVERY_30_SECONDS) b() {} // entry: schedule */30 * * * * *
  @Interval(10000) c() {} // entry: schedule every 10000 ms
  @Interval('named', 2500) d() {} // entry: schedule every 2500 ms
  @OnEvent('order.created') e(p: any) {} // entry: event order.created
}
@Processor('audio')
export class AudioConsumer extends WorkerHost { async process(job: any) { return {}; } } // entry: queue audio
// file: src/r.ts
import { Resolver, Query, Mutation, Args, Subscription, ResolveField } from '@nestjs/graphql';
@Resolver(() => Object)
export class R {
  @Query(() => String) recipe(@Args('id') id: string) { return 1; } // entry: QUERY recipe
  @Query(() => [String], { name: 'recipes' }) list() { return []; } // entry: QUERY recipes
  @Mutation(() => String) async addRecipe(@Args('x') x: any) { return 1; } // entry: MUTATION addRecipe
  @Subscription(() => String) recipeAdded() { return 1; } // entry: SUBSCRIPTION recipeAdded
  @ResolveField() field() {}
}
