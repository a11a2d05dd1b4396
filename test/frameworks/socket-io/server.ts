import { Server } from "socket.io";

const io = new Server(3000);
io.use((socket, next) => {
  if (!socket.data.user) return next(new Error("unauthorized")); // guard: authentication inline function
  next();
});
io.on("connection", (socket) => {
  socket.on("message:send", (message) => socket.broadcast.emit("message", message)); // entry: socket message:send
  socket.on("disconnect", () => {});
});
io.of("/admin").on("connection", (socket) => {
  socket.on("kick", (id) => {}); // entry: socket kick
});
