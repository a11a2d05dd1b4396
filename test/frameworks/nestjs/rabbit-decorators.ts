// https://golevelup.github.io/nestjs/modules/rabbitmq.html
import { AmqpConnection, Nack, RabbitHandler, RabbitPayload, RabbitRPC, RabbitSubscribe } from "@golevelup/nestjs-rabbitmq";
import { Injectable, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Injectable()
class Mails {
  constructor(private readonly amqp: AmqpConnection) {}

  @RabbitSubscribe({ exchange: "orders", routingKey: "order.placed", queue: "mails" })
  async placed(message: { id: string }) { // entry: queue mails
    await prisma.mail.create({ data: { order: message.id } }); // effect: write database mail, insert
    if (!message.id) return new Nack(true);
  }

  @RabbitRPC({ exchange: "orders", routingKey: "order.total" })
  async total(@RabbitPayload() message: { id: string }) { // entry: queue order.total
    await this.amqp.publish("orders", "order.counted", { id: message.id }); // effect: publish rabbitmq order.counted
    return prisma.order.count({ where: { id: message.id } }); // effect: read database order
  }

  @RabbitHandler("cancelled")
  async cancelled(message: { id: string }) { // entry: queue cancelled
    await prisma.mail.deleteMany({ where: { order: message.id } }); // effect: write database mail, delete
  }
}

@Module({ providers: [Mails] })
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
