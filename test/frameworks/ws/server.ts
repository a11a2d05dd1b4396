import WebSocket, { WebSocketServer } from "ws";

const server = new WebSocketServer({ port: 8080 });
server.on("connection", (socket, request) => {
  socket.on("message", (data) => socket.send(data)); // entry: socket message
});
const client = new WebSocket("wss://example.com");
client.on("message", (data) => {});
