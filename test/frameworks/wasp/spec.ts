// file: main.wasp.ts
import { action, api, app, job, query } from "@wasp.sh/spec";
import { createTask, getTasks, hook, clean } from "./src/tasks" with { type: "ref" };

export default app({
  name: "Tasks",
  spec: [action(createTask, { entities: ["Task"] }), query(getTasks, { entities: ["Task"] }), api("POST", "/hook", hook), job(clean, { schedule: { cron: "0 7 * * *" } })],
});

// file: src/tasks.ts
import { HttpError } from "wasp/server";

export const createTask = async (args, context) => { // entry: MUTATION createTask
  if (!context.user) throw new HttpError(401); // guard: authentication inline check
  return context.entities.Task.create({ data: { text: args.text, userId: context.user.id } }); // effect: write database task, insert, unsafe
};
export const getTasks = async (_args, context) => context.entities.Task.findMany(); // entry: QUERY getTasks // effect: read database task, read, safe
export const hook = (req, res, context) => res.json({}); // entry: POST /hook
export const clean = async () => {}; // entry: schedule 0 7 * * *
