// file: src/types.ts
export const TYPES = {
  Messages: Symbol.for("Messages"),
  Subscriber: Symbol.for("Subscriber"),
  Paid: Symbol.for("Paid"),
  Left: Symbol.for("Left"),
  Renamed: Symbol.for("Renamed"),
};

// file: src/handlers.ts
import { Pool } from "pg";

const pool = new Pool();

export interface EventHandler {
  handle(event: { payload: Record<string, string> }): Promise<void>;
}

export class PaidHandler implements EventHandler {
  async handle(event: { payload: Record<string, string> }) {
    await pool.query("INSERT INTO subscriptions (owner, plan) VALUES ($1, $2)", [event.payload.owner, event.payload.plan]); // expect: consumer-without-dedupe
    // ~ queue QUEUE_URL ("PAID") adds a second row to subscriptions
  }
}

export class LeftHandler implements EventHandler {
  async handle(event: { payload: Record<string, string> }) {
    await pool.query("DELETE FROM subscriptions WHERE owner = $1", [event.payload.owner]); // silent: what is gone is gone
  }
}

export class RenamedHandler implements EventHandler {
  async handle(event: { payload: Record<string, string> }) {
    await pool.query("UPDATE subscriptions SET plan = $1 WHERE owner = $2", [event.payload.plan, event.payload.owner]); // silent: the same plan again
  }
}

/** Nobody puts it into the map. */
export class ForgottenHandler implements EventHandler {
  async handle(event: { payload: Record<string, string> }) {
    await pool.query("INSERT INTO payments (owner) VALUES ($1)", [event.payload.owner]); // silent: it is never run
  }
}

// file: src/messages.ts
import type { EventHandler } from "./handlers.ts";

export interface MessageHandler {
  handleMessage(message: string): Promise<void>;
}

export class QueueMessages implements MessageHandler {
  constructor(private handlers: Map<string, EventHandler>) {}

  async handleMessage(message: string) {
    const event = JSON.parse(message);
    const handler = this.handlers.get(event.type);
    if (!handler) return;
    await handler.handle(event);
  }
}

// file: src/subscriber.ts
import { Consumer } from "sqs-consumer";
import type { MessageHandler } from "./messages.ts";

export class Subscriber {
  constructor(
    private queueUrl: string,
    private messages: MessageHandler,
  ) {}

  start() {
    const consumer = Consumer.create({ queueUrl: this.queueUrl, handleMessage: this.handleMessage.bind(this) });
    consumer.start();
  }

  async handleMessage(message: { Body?: string }) {
    await this.messages.handleMessage(message.Body as string);
  }
}

// file: src/container.ts
import { Container } from "inversify";
import { type EventHandler, LeftHandler, PaidHandler, RenamedHandler } from "./handlers.ts";
import { type MessageHandler, QueueMessages } from "./messages.ts";
import { Subscriber } from "./subscriber.ts";
import { TYPES } from "./types.ts";

export async function load(): Promise<Container> {
  const container = new Container();
  container.bind(TYPES.Paid).toConstantValue(new PaidHandler());
  container.bind(TYPES.Left).toConstantValue(new LeftHandler());
  container.bind(TYPES.Renamed).toConstantValue(new RenamedHandler());
  const handlers: Map<string, EventHandler> = new Map([
    ["PAID", container.get(TYPES.Paid)],
    ["LEFT", container.get(TYPES.Left)],
    ["RENAMED", container.get(TYPES.Renamed)],
  ]);
  container.bind(TYPES.Messages).toConstantValue(new QueueMessages(handlers));
  container
    .bind(TYPES.Subscriber)
    .toConstantValue(new Subscriber(process.env.QUEUE_URL as string, container.get<MessageHandler>(TYPES.Messages)));
  return container;
}

// file: src/worker.ts
import { load } from "./container.ts";
import type { Subscriber } from "./subscriber.ts";
import { TYPES } from "./types.ts";

void load().then((container) => {
  const subscriber = container.get<Subscriber>(TYPES.Subscriber);
  subscriber.start();
});
