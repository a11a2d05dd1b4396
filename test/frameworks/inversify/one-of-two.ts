// A token that stands for one of two instances, as a setting has it.
// file: src/types.ts
export const TYPES = { Publisher: Symbol.for("Publisher"), Accounts: Symbol.for("Accounts") };

// file: src/publishers.ts
import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";

export interface Publisher {
  publish(event: object): Promise<void>;
}

export class TopicPublisher implements Publisher {
  constructor(private client: SNSClient) {}
  async publish(event: object) {
    await this.client.send(new PublishCommand({ TopicArn: "accounts", Message: JSON.stringify(event) })); // effect: publish sns accounts, publish, unsafe, from POST /accounts
  }
}

export class DirectPublisher implements Publisher {
  async publish(event: object) {
    void event;
  }
}

export class FilePublisher implements Publisher {
  async publish(event: object) {
    void event;
  }
}

export class NetworkPublisher implements Publisher {
  async publish(event: object) {
    void event;
  }
}

// file: src/accounts.ts
import { inject, injectable } from "inversify";
import type { Publisher } from "./publishers";
import { TYPES } from "./types";

@injectable()
export class Accounts {
  constructor(@inject(TYPES.Publisher) private publisher: Publisher) {}
  async open(owner: string) {
    await this.publisher.publish({ type: "ACCOUNT_OPENED", owner });
  }
}

// file: src/container.ts
import { SNSClient } from "@aws-sdk/client-sns";
import { Container } from "inversify";
import { Accounts } from "./accounts";
import { DirectPublisher, TopicPublisher } from "./publishers";
import { TYPES } from "./types";

export function load(): Container {
  const container = new Container();
  const isAlone = process.env.MODE === "alone";
  container
    .bind(TYPES.Publisher)
    .toConstantValue(isAlone ? new DirectPublisher() : new TopicPublisher(new SNSClient({})));
  container.bind(TYPES.Accounts).to(Accounts);
  return container;
}

// file: src/server.ts
import express from "express";
import type { Accounts } from "./accounts";
import { load } from "./container";
import { TYPES } from "./types";

const container = load();
const app = express();
// entry: POST /accounts
app.post("/accounts", async (req, res) => {
  await container.get<Accounts>(TYPES.Accounts).open(req.body.owner);
  res.sendStatus(202);
});
