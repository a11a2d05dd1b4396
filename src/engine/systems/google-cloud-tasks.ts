// https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues.tasks/create · a task's name deduplicates
import { defineSystem } from "./define-system.ts";
import { argumentOf, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Google Cloud Tasks",
  category: "queue",
  packages: ["@google-cloud/tasks"],
  clients: ["new CloudTasksClient()", "v2.new CloudTasksClient()", "v2beta3.new CloudTasksClient()"],
  calls: {
    createTask: (call) => {
      // `client.queuePath(project, location, queue)`
      const queue = literalText(argumentOf(call.at("$0.parent"), "queuePath", 2));
      const target = queue === undefined ? "$0.parent" : `=${queue}`;
      return { access: "publish", target, data: "$0.task", key: "$0.task.name" };
    },
    deleteTask: { access: "write", operation: "delete", where: "$0.name" },
    "getTask|listTasks": { access: "read" },
  },
});
