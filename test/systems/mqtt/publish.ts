import express from "express";
import mqtt from "mqtt";

const client = mqtt.connect("mqtt://localhost");
const app = express();

app.post("/lamps/:id", (req, res) => {
  client.publish("lamps/set", JSON.stringify(req.body)); // effect: publish mqtt lamps/set, publish
  res.end();
});
