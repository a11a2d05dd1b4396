// file: main.wasp
app Tasks {
  wasp: { version: "^0.15.0" },
  auth: { userEntity: User, methods: { email: {} } }
}

// An operation of the server.
action createTask {
  fn: import { createTask } from "@src/tasks",
  entities: [Task]
}

query getTasks {
  fn: import getTasks from "@src/list",
  entities: [Task, User]
}

api hook {
  fn: import { hook } from "@src/tasks",
  httpRoute: (POST, "/hook"),
  auth: false
}

job clean {
  executor: PgBoss,
  perform: { fn: import { clean } from "@src/tasks" },
  schedule: { cron: "0 7 * * *" }
}

// file: src/tasks.ts
export const createTask = async (args, context) => context.entities.Task.create({ data: args }); // entry: MUTATION createTask
export const hook = (req, res, context) => res.json({}); // entry: POST /hook
export const clean = async () => {}; // entry: schedule 0 7 * * *

// file: src/list.ts
export default async (_args, context) => context.entities.Task.findMany(); // entry: QUERY getTasks
