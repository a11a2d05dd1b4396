import express from "express";
import { Bot } from "grammy";
import TelegramBot from "node-telegram-bot-api";
import { Telegraf } from "telegraf";

const first = new TelegramBot(process.env["TOKEN"] as string);
const second = new Telegraf(process.env["TOKEN"] as string);
const third = new Bot(process.env["TOKEN"] as string);
const app = express();

app.post("/tell", async (req, res) => {
  await first.sendMessage(req.body.chat, "Hi"); // effect: call telegram, send
  await second.telegram.sendMessage(req.body.chat, "Hi"); // effect: call telegram, send
  await third.api.sendMessage(req.body.chat, "Hi"); // effect: call telegram, send
  await first.deleteMessage(req.body.chat, 5); // effect: write telegram, set
  res.end();
});
