// file: prisma/schema.prisma
model Ticket {
  id         String @id
  code       String
  guestName  String
  state      String
}

model Refund {
  id        String  @id
  ticketId  String
  ticket    Booking @relation(fields: [ticketId], references: [id])
  cents     Int
  reference String
}

model Booking {
  id         String @id
  guestEmail String
  showId     String
}

model TicketKind {
  id    String @id
  name  String
  cents Int
}

// file: src/ticket.ts
export class Ticket {
  constructor(private readonly row) {
    if (!row.code) throw new Error("a ticket has a code");
  }

  get state() {
    return this.row.state;
  }

  toJSON() {
    return { code: this.row.code, guest: this.row.guestName };
  }
}

// file: src/tickets.ts
import { PrismaClient } from "@prisma/client";
import { Ticket } from "./ticket";

const prisma = new PrismaClient();

export class Tickets {
  async all() {
    const tickets: Ticket[] = [];
    for (const row of await prisma.ticket.findMany()) tickets.push(new Ticket(row));
    return tickets;
  }

  refunds = () => prisma.refund.findMany();
  kinds = () => prisma.ticketKind.findMany();
}

// file: src/app.ts
import express from "express";
import { Tickets } from "./tickets";

const app = express();
const tickets = new Tickets();

const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.get("/me", signedIn, (req, res) => res.json(req.user));
// expect: missing-authentication
app.get("/tickets", async (req, res) => {
  let found = await tickets.all();
  if (req.query.state) found = found.filter((one) => one.state === req.query.state);
  res.json(found.map((one) => one.toJSON()));
});
app.get("/refunds", async (_req, res) => res.json(await tickets.refunds())); // expect: missing-authentication
app.get("/ticket-kinds", async (_req, res) => res.json(await tickets.kinds())); // silent: what they cost is for everybody
