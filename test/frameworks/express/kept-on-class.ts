// The one instance of a class that a static field keeps: it begins empty, and is made when it is first asked for.

// file: src/stores.ts
import { PrismaClient } from "@prisma/client";

export class Orders {
  private static instance: Orders | null = null;
  private prisma = new PrismaClient();

  static getInstance(): Orders {
    if (Orders.instance === null) {
      Orders.instance = new Orders();
    }
    return Orders.instance;
  }
  async make(name: string) {
    return this.prisma.order.create({ data: { name } }); // effect: write database order, insert, from POST /orders
  }
}

// The same name, in another class of the file.
export class Bills {
  static instance = null;
  private prisma = new PrismaClient();

  static get() {
    this.instance ??= new this();
    return this.instance;
  }
  async make(name: string) {
    return this.prisma.bill.create({ data: { name } }); // effect: write database bill, insert, from POST /bills
  }
}

export class Database {
  static client: PrismaClient | undefined = undefined;

  static connect() {
    Database.client = new PrismaClient();
  }
  static async note(name: string) {
    await Database.client?.note.create({ data: { name } }); // effect: write database note, insert, from POST /notes
  }
}

// Nothing ever sets this one.
export class Mails {
  static instance = null;

  static get() {
    return this.instance;
  }
}
// file: src/server.js
const express = require("express");

class Server {
  static instance = null;

  app = undefined;
  constructor() {
    this.app = express();
    this.app.use(express.json());
  }
  static getInstance() {
    if (Server.instance == null) {
      Server.instance = new Server();
    }
    return Server.instance;
  }
}
module.exports = { Server };
// file: src/main.js
const { Server } = require("./server");
const { Orders, Bills, Database, Mails } = require("./stores");

const server = Server.getInstance();
const app = (module.exports.app = server.app);
Database.connect();

// entry: POST /orders
app.post("/orders", async (req, res) => {
  res.json(await Orders.getInstance().make(req.body.name));
});
// entry: POST /bills
app.post("/bills", async (req, res) => {
  res.json(await Bills.get().make(req.body.name));
});
// entry: POST /notes
app.post("/notes", async (req, res) => {
  await Database.note(req.body.name);
  res.end();
});
// entry: POST /mails
app.post("/mails", async (req, res) => {
  res.json(await Mails.get().make(req.body.name));
});

Server.getInstance().app.listen(3000);
