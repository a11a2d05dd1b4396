// https://docs.nestjs.com/microservices/basics · /techniques/task-scheduling · /techniques/queues · /graphql/resolvers

// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { Transport, MicroserviceOptions } from '@nestjs/microservices';
import { AppModule } from './app.module';
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.connectMicroservice<MicroserviceOptions>({ transport: Transport.TCP });
  await app.startAllMicroservices();
  await app.listen(3001);
}
bootstrap();
// file: src/app.module.ts
import { Module } from '@nestjs/common';
import { MathController, HeroController, Orders } from './math.controller';
import { EventsGateway } from './events.gateway';
import { TasksService } from './tasks.service';
import { AudioConsumer, VideoConsumer } from './audio';
import { OrderCreatedListener } from './listener';
import { CatsResolver } from './cats.resolver';
import { LogCmd } from './cmd';
@Module({ controllers: [MathController, HeroController, Orders], providers: [EventsGateway, TasksService, AudioConsumer, VideoConsumer, OrderCreatedListener, CatsResolver] })
export class AppModule {}
// file: src/math.controller.ts
import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, EventPattern, Payload, Ctx, NatsContext, GrpcMethod, GrpcStreamMethod, GrpcStreamCall, ClientProxy, KafkaContext, Client, ClientKafka } from '@nestjs/microservices';
import { Get } from '@nestjs/common';
@Controller()
export class MathController {
  constructor(@Inject('MATH_SERVICE') private client: ClientProxy, @Inject('KAFKA') private kafka: ClientKafka) {}
  @MessagePattern({ cmd: 'sum' }) accumulate(data: number[]): number { return 1; } // entry: queue sum
  @MessagePattern('notifications') getNotifications(@Payload() data: number[], @Ctx() context: NatsContext) {} // entry: queue notifications
  @EventPattern('user_created') async handleUserCreated(data: Record<string, unknown>) {} // entry: queue user_created
  @MessagePattern('time.us.*') getDate(@Payload() d: any) {} // entry: queue time.us.*
  @EventPattern(['a.created', 'b.created']) many() {} // entry: queue a.created // entry: queue b.created
  @Get('sum') call() { return this.client.send({ cmd: 'sum' }, [1, 2]); } // entry: GET /sum
  @Get('publish') publish() { this.client.emit('user_created', { id: 1 }); this.kafka.emit('hero', {}); } // entry: GET /publish
}
@Controller()
export class HeroController {
  @GrpcMethod('HeroesService', 'FindOne') findOne(data: any) { return 1; } // entry: rpc HeroesService.FindOne
  @GrpcMethod('HeroesService') findTwo(data: any) { return 1; } // entry: rpc HeroesService.FindTwo
  @GrpcStreamMethod('HeroesService', 'Stream') st(data: any) { return 1; } // entry: rpc HeroesService.Stream
}
@Controller('orders')
export class Orders { @GrpcMethod() findThree(data: any) { return 1; } } // entry: rpc Orders.FindThree
// file: src/events.gateway.ts
import { WebSocketGateway, SubscribeMessage, MessageBody, ConnectedSocket, WebSocketServer, OnGatewayConnection } from '@nestjs/websockets';
@WebSocketGateway(80, { namespace: 'events', transports: ['websocket'] })
export class EventsGateway implements OnGatewayConnection {
  @WebSocketServer() server: any;
  handleConnection(client: any) {}
  @SubscribeMessage('events') handleEvent(@MessageBody() data: string, @ConnectedSocket() client: any) { return data; } // entry: socket events
  @SubscribeMessage('identity') async identity(@MessageBody('id') data: number) { return data; } // entry: socket identity
}
// file: src/tasks.service.ts
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Interval, Timeout, SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
@Injectable()
export class TasksService {
  constructor(private schedulerRegistry: SchedulerRegistry) {}
  @Cron('45 * * * * *') handleCron() {} // entry: schedule 45 * * * * *
  @Cron(CronExpression.EVERY_30_SECONDS) handle30() {} // entry: schedule */30 * * * * *
  @Cron('* * 0 * * *', { name: 'notifications', timeZone: 'Europe/Paris' }) triggerNotifications() {} // entry: schedule * * 0 * * *
  @Interval(10000) handleInterval() {} // entry: schedule every 10000 ms
  @Interval('named', 2500) handleNamed() {} // entry: schedule every 2500 ms
  @Timeout(5000) handleTimeout() {} // entry: schedule after 5000 ms
  add(name: string) { const job = new CronJob('0 0 * * *', () => { }); this.schedulerRegistry.addCronJob(name, job); job.start(); } // entry: schedule 0 0 * * *
}
// file: src/audio.ts
import { Processor, WorkerHost, OnWorkerEvent, OnQueueEvent } from '@nestjs/bullmq';
import { Processor as OldProcessor, Process, OnQueueCompleted } from '@nestjs/bull';
import { Job } from 'bullmq';
@Processor('audio', { concurrency: 3 })
export class AudioConsumer extends WorkerHost {
  async process(job: Job<any, any, string>): Promise<any> { // entry: queue audio/concatenate // entry: queue audio/transcode
    switch (job.name) { case 'transcode': { return {}; } case 'concatenate': { break; } }
  }
  @OnWorkerEvent('active') onActive(job: Job) {}
}
@OldProcessor('video')
export class VideoConsumer {
  @Process() async any(job: any) {} // entry: queue video
  @Process('transcode') async transcode(job: any) {} // entry: queue video/transcode
  @Process({ name: 'double', concurrency: 2 }) async d(job: any) {} // entry: queue video/double
}
// file: src/listener.ts
import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
@Injectable()
export class OrderCreatedListener {
  @OnEvent('order.created') handle(payload: any) {} // entry: event order.created
  @OnEvent('order.*', { async: true }) many(payload: any) {} // entry: event order.*
  @OnEvent(['x', 'y']) xs(payload: any) {} // entry: event x|y
}
// file: src/cats.resolver.ts
import { Args, Mutation, Query, Resolver, Subscription, ResolveField, Parent, Int, ResolveReference } from '@nestjs/graphql';
class Cat { id: number; }
@Resolver(() => Cat)
export class CatsResolver {
  @Query(() => [Cat]) async cats() { return []; } // entry: QUERY cats
  @Query(() => Cat, { name: 'author' }) async getAuthor(@Args('id', { type: () => Int }) id: number) {} // entry: QUERY author
  @Query('kitten') async k() {} // entry: QUERY kitten
  @Mutation(() => Cat) async upvotePost(@Args({ name: 'postId', type: () => Int }) postId: number) {} // entry: MUTATION upvotePost
  @Mutation('createCat') async create(@Args('input') args: any) {} // entry: MUTATION createCat
  @Subscription(() => Cat, { name: 'commentAdded', filter: (p, v) => true }) subscribe() {} // entry: SUBSCRIPTION commentAdded
  @ResolveField() async posts(@Parent() author: any) { return []; }
  @ResolveField('friends', () => [Cat]) async fr(@Parent() author: any) { return []; }
}
// file: src/cmd.ts
import { Command, CommandRunner } from 'nest-commander';
@Command({ name: 'log' }) export class LogCmd extends CommandRunner { async run() {} }
