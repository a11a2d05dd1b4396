// Over a socket the message is what the request is elsewhere: the id in it names a row.

// file: package.json
{ "name": "chats", "dependencies": { "express": "5", "socket.io": "4", "mongoose": "8", "jsonwebtoken": "9" } }
// file: src/server.ts
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import { Server } from "socket.io";

const Ticket = mongoose.model("Ticket", new mongoose.Schema({ userId: String, subject: String, isOpen: Boolean }));
const io = new Server(3000);

io.use((socket, next) => {
  try {
    socket.data.user = jwt.verify(socket.handshake.auth.token, process.env.SECRET!);
    next();
  } catch {
    next(new Error("unauthorized"));
  }
});
io.on("connection", (socket) => {
  const { user } = socket.data;
  socket.on("open", async ({ subject }) => {
    await Ticket.create({ userId: user.id, subject, isOpen: true });
  });
  socket.on("close", async ({ ticketId }) => {
    await Ticket.findByIdAndUpdate(ticketId, { isOpen: false }); // expect: unowned-object
  });
  socket.on("join", async ({ ticketId }) => {
    if (await Ticket.findOne({ _id: ticketId, userId: user.id })) socket.join(ticketId);
  });
  socket.on("close-joined", async ({ ticketId }) => {
    if (!socket.rooms.has(ticketId)) return;
    await Ticket.findByIdAndUpdate(ticketId, { isOpen: false }); // silent: the socket is in that room
  });
  socket.on("close-named", async ({ ticketId }) => {
    await Ticket.updateOne({ _id: ticketId, userId: (socket as any).userId }, { isOpen: false }); // silent: whoever connected stands on the socket
  });
  socket.on("close-own", async ({ ticketId }) => {
    await Ticket.updateOne({ _id: ticketId, userId: user.id }, { isOpen: false }); // silent: the caller's own
  });
});
