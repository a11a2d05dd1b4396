// Middleware of a namespace hands on an error or nothing, by one condition.
import { Server } from "socket.io";
import { verify } from "jsonwebtoken";

const io = new Server(3000);
const docs = io.of("/docs");
docs.use((socket, next) => {
  const user = verify(socket.handshake.auth.token, process.env.JWT_SECRET!); // guard: authentication inline function
  next(user ? undefined : new Error("unauthorized"));
});
docs.on("connection", (socket) => {
  socket.on("doc:typing", (id: string) => socket.to(id).emit("doc:typing")); // entry: socket doc:typing
});
