// https://cloud.google.com/pubsub/docs/publisher · duplicates are possible: consumers must know them
import { defineSystem } from "./define-system.ts";

const target = "$topic().0|$Topic().1";

export default defineSystem({
  title: "Google Pub/Sub",
  category: "queue",
  packages: ["@google-cloud/pubsub"],
  clients: ["new PubSub()", "new Topic()"],
  calls: {
    "topic().publish|publishMessage|publishJSON": { access: "publish", target, data: "$0" },
    "publish|publishMessage|publishJSON": { access: "publish", target, data: "$0" },
    "createTopic|createSubscription": { access: "write", operation: "set", target: "$0" },
  },
});
