import { Expo } from "expo-server-sdk";
import express from "express";
import { getMessaging } from "firebase-admin/messaging";
import webpush from "web-push";

const expo = new Expo();
const app = express();

app.post("/notify", async (req, res) => {
  await webpush.sendNotification(req.body.subscription, "Hi"); // effect: call push, send
  await expo.sendPushNotificationsAsync([{ to: req.body.token }]); // effect: call push, send
  await getMessaging().send({ token: req.body.token }); // effect: call push, send
  res.end();
});
