// Consumers that classes of the code's own set up when Nest starts: each handler is one, and not the class that is given them.
import { Injectable, Module, type OnApplicationBootstrap, type OnModuleInit } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import * as amqp from "amqplib";
import { Pool } from "pg";

const pool = new Pool();

@Injectable()
class Subscriber {
  async listen(queue: string, handle: (message: { id: string }) => Promise<void>) {
    const connection = await amqp.connect(process.env.RABBIT_URL ?? "");
    const channel = await connection.createChannel();
    await channel.consume(queue, (message) => handle(JSON.parse(String(message?.content)))); // entry: queue tides // entry: queue moons
  }
}

@Injectable()
class Tides implements OnApplicationBootstrap {
  constructor(private readonly subscriber: Subscriber) {}

  async onApplicationBootstrap() {
    await this.subscriber.listen("tides", async ({ id }) => {
      await pool.query("INSERT INTO tides (id) VALUES ($1)", [id]); // effect: write postgres tides, insert, unsafe, from queue tides
    });
  }
}

@Module({ providers: [Subscriber, Tides] })
class AppModule implements OnModuleInit {
  constructor(private readonly subscriber: Subscriber) {}

  async onModuleInit() {
    await this.subscriber.listen("moons", async ({ id }) => {
      await pool.query("INSERT INTO moons (id) VALUES ($1)", [id]); // effect: write postgres moons, insert, unsafe, from queue moons
    });
  }
}

NestFactory.create(AppModule);
