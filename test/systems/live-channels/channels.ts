import { Novu } from "@novu/node";
import express from "express";
import Pusher from "pusher";
import { StreamChat } from "stream-chat";

const pusher = new Pusher({ appId: "1", key: "k", secret: process.env["SECRET"] as string, cluster: "eu" });
const chat = StreamChat.getInstance("k", process.env["SECRET"] as string);
const novu = new Novu(process.env["KEY"] as string);
const app = express();

app.post("/rides/:id/start", async (req, res) => {
  await pusher.trigger(`ride-${req.params.id}`, "started", {}); // effect: call live-channels ride-?, send
  const channel = chat.channel("messaging", req.params.id);
  await channel.sendMessage({ text: "It starts" }); // effect: call live-channels, send
  await novu.trigger("started", { to: { subscriberId: "1" } }); // effect: call live-channels started, send
  await chat.upsertUser({ id: "1" }); // effect: write live-channels, set
  res.end();
});
