import { schemaTask, task } from "@trigger.dev/sdk";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();

export const addNote = task({
  id: "add-note",
  run: async (payload: { title: string }) => {
    await prisma.note.create({ data: { title: payload.title } }); // expect: unvalidated-consumer
  },
});
export const addParsed = schemaTask({
  id: "add-parsed",
  schema: z.object({ title: z.string() }),
  run: async (payload) => {
    await prisma.note.create({ data: { title: payload.title } }); // silent: the task's schema read it
  },
});
