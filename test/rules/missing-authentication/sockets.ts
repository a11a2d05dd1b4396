// Whoever sends a message over a socket was asked who they are when they connected, or nobody ever asks.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";
import { Server } from "socket.io";
import { accounts } from "./accounts";

const prisma = new PrismaClient();
const app = express();
app.get("/me", (req, res) => {
  res.json(jwt.verify(req.headers.authorization!, process.env.SECRET!));
});

const open = new Server(3000);
open.on("connection", (socket) => {
  console.log("somebody came");
  socket.on("chat:send", async (message) => { // expect: missing-authentication
    await prisma.message.create({ data: { senderId: message.senderId, text: message.text } });
  });
  socket.on("chat:typing", (message) => socket.to(message.room).emit("typing")); // silent: nothing is stored
  socket.on("chat:read", async (conversationId: string, userId: string) => { // expect: missing-authentication
    await prisma.message.updateMany({ where: { conversationId, receiverId: userId }, data: { read: true } });
  });
});

const claimed = new Server(3001);
claimed.on("connection", (socket) => {
  const userId = socket.handshake.query.userId;
  if (!userId) return socket.disconnect();
  socket.on("note:send", async (message) => { // expect: missing-authentication
    await prisma.note.create({ data: { authorId: userId, text: message.text } });
  });
});

const asking = new Server(3002);
asking.on("connection", (socket) => {
  try {
    socket.data.user = jwt.verify(socket.handshake.auth.token, process.env.SECRET!);
  } catch {
    socket.disconnect();
    return;
  }
  socket.on("post:send", async (message) => { // silent: the token was verified when the connection was made
    await prisma.post.create({ data: { authorId: socket.data.user.id, text: message.text } });
  });
});

const unknown = new Server(3003);
unknown.on("connection", async (socket) => {
  const account = await accounts.of(socket);
  socket.on("report:send", async (message) => { // silent: what the other module does with the socket cannot be read
    await prisma.report.create({ data: { authorId: account.id, text: message.text } });
  });
});
