import mqtt from "mqtt";
import { Pool } from "pg";

const db = new Pool();
const client = mqtt.connect("mqtt://localhost");

client.on("connect", () => {
  client.subscribe("depths");
});
// entry: event depths
client.on("message", async (topic, payload) => {
  await db.query("insert into depths (metres) values ($1)", [payload.toString()]); // effect: write postgres depths, insert
});
// silent: no message
client.on("error", (error) => console.error(error));
