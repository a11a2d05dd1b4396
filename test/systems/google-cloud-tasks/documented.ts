// https://cloud.google.com/tasks/docs/creating-http-target-tasks
import { v2 } from "@google-cloud/tasks";
import express from "express";

const client = new v2.CloudTasksClient();
const app = express();

app.post("/orders/:id", async (req, res) => {
  const [task] = await client.createTask({ parent: client.queuePath("p", "l", "mails"), task: { httpRequest: { url: "https://a.b/c" } } }); // effect: publish google-cloud-tasks mails
  await client.deleteTask({ name: req.params.id }); // effect: write google-cloud-tasks, delete
  await client.listTasks({ parent: "queues/mails" }); // effect: read google-cloud-tasks
  res.end();
});
