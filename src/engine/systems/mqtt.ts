// https://github.com/mqttjs/MQTT.js#publish
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "MQTT",
  category: "queue",
  packages: ["mqtt", "async-mqtt"],
  clients: ["connect()", "connectAsync()", "new MqttClient()", "new AsyncMqttClient()"],
  calls: { "publish|publishAsync": { access: "publish", target: "$0", data: "$1" } },
});
