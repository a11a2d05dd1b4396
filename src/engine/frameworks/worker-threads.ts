// https://nodejs.org/api/worker_threads.html#event-message · https://nodejs.org/api/child_process.html#event-message
import { defineFramework } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Worker threads",
  packages: ["node:worker_threads"],
  receivers: ["parentPort", "default.parentPort"],
  handler: { parameters: ["message"], returns: "nothing" },
  calls: {
    // `parentPort.on("message", async (job) => …)`, in the file that `new Worker(file)` names.
    "on|once|addListener|addEventListener": (call, model) => {
      const [handler] = call.functions(1);
      if (!handler || call.text(0) !== "message") return;
      const name = call.place.file.slice(call.place.file.lastIndexOf("/") + 1).replace(/\.[cm]?[jt]s$/, "");
      consume(model, { kind: "event", path: name, handler });
    },
  },
});
