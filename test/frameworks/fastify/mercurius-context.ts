import SchemaBuilder from "@pothos/core";
import { drizzle } from "drizzle-orm/postgres-js";
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import mercurius from "mercurius";
import { notes } from "./tables.ts";

const app = Fastify();
app.decorate("database", drizzle(process.env.DATABASE_URL as string));

const contextOf = async (request: FastifyRequest, reply: FastifyReply) => {
  await request.jwtVerify();
  return { database: app.database, caller: request.user, reply };
};

const builder = new SchemaBuilder<{ Context: Awaited<ReturnType<typeof contextOf>> }>({});
builder.mutationField("addNote", (t) =>
  t.boolean({
    args: { text: t.arg.string({ required: true }) },
    resolve: async (_parent, args, context) => { // entry: MUTATION addNote
      await context.database.insert(notes).values({ text: args.text, author: context.caller.id }); // effect: write postgres notes, insert, unsafe
      return true;
    },
  }),
);

app.register(mercurius, { schema: builder.toSchema(), context: (request, reply) => contextOf(request, reply) });
// file: tables.ts
import { pgTable, serial, text } from "drizzle-orm/pg-core";

export const notes = pgTable("notes", { id: serial("id").primaryKey(), text: text("text"), author: text("author") });
