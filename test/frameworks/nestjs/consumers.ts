import { Controller, Injectable, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { OnEvent } from "@nestjs/event-emitter";
import { Args, Mutation, Query, Resolver } from "@nestjs/graphql";
import { EventPattern, MessagePattern, Payload } from "@nestjs/microservices";
import { Cron, CronExpression, Interval } from "@nestjs/schedule";
import { Process, Processor } from "@nestjs/bull";
import { Processor as QueueProcessor, WorkerHost } from "@nestjs/bullmq";
import { SubscribeMessage, WebSocketGateway } from "@nestjs/websockets";

@Controller()
class Messages {
  @MessagePattern({ cmd: "sum" })
  sum(@Payload() data: number[]) {} // entry: queue sum

  @EventPattern("order.created")
  created() {} // entry: queue order.created
}

@Injectable()
class Jobs {
  @Cron(CronExpression.EVERY_HOUR)
  hourly() {} // entry: schedule 0 0-23/1 * * *

  @Interval(5000)
  often() {} // entry: schedule every 5000 ms

  @OnEvent("order.paid")
  paid() {} // entry: event order.paid
}

@Processor("mails")
class Mails {
  @Process("receipt")
  receipt(job: any) {} // entry: queue mails/receipt
}

@QueueProcessor("reports")
class Reports extends WorkerHost {
  async process(job: any) {} // entry: queue reports
}

@Resolver()
class Orders {
  @Query(() => [String], { name: "allOrders" })
  orders() {} // entry: QUERY allOrders

  @Mutation(() => String)
  createOrder(@Args("total") total: number) {} // entry: MUTATION createOrder
}

@WebSocketGateway()
class Gateway {
  @SubscribeMessage("chat")
  chat() {} // entry: socket chat
}

@Module({ controllers: [Messages], providers: [Jobs, Mails, Reports, Orders, Gateway] })
class AppModule {}

NestFactory.create(AppModule);
