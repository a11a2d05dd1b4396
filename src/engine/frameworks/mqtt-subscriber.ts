// https://github.com/mqttjs/MQTT.js#event-message · https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc3901236
import { defineFramework } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "MQTT subscriber",
  packages: ["mqtt", "async-mqtt"],
  // The client is made in a file of its own.
  composes: /\.on\(\s*["'`]message["'`]/,
  receivers: ["connect()", "connectAsync()", "new MqttClient()", "new AsyncMqttClient()"],
  handler: { parameters: ["job.topic", "message", "job"], returns: "nothing" },
  calls: {
    subscribe: (call, model) => {
      const { terms } = call;
      const [topics] = call.arguments;
      const known = model.kept("topics");
      if (topics) model.keep("topics", terms.array([...(known ? terms.items(known) : []), ...terms.items(topics)]));
    },
    on: (call, model) => {
      const [handler] = call.functions(1);
      if (!handler) return;
      // What is subscribed to once the connection stands: `client.on("connect", () => client.subscribe(topic))`.
      if (call.text(0) === "connect" && handler.term.kind === "function") model.run(handler.term, []);
      if (call.text(0) !== "message") return;
      const topics = call.terms.items(model.kept("topics")).flatMap((topic) => call.terms.texts(topic) ?? []);
      // One function takes the messages of all topics, at least once each with quality of service 1.
      consume(model, { kind: "event", path: topics.length === 1 ? (topics[0] ?? "*") : "*", handler });
    },
  },
});
