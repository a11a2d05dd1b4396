// file: index.js
const { Server } = require('socket.io');
const io = new Server(3000);
io.on('connection', (socket) => {
  socket.on('chat message', (msg, cb) => {}); // entry: socket chat message
  socket.on('disconnect', () => {});
  require('./orders')(io, socket);
  registerUser(io, socket);
});
io.of('/admin').on('connection', (socket) => { socket.on('kick', (u) => {}); }); // entry: socket kick
function registerUser(io, socket) { const read = (id) => {}; socket.on('user:read', read); } // entry: socket user:read
// file: orders.js
module.exports = (io, socket) => { const createOrder = (payload) => {}; socket.on('order:create', createOrder); socket.once('order:once', createOrder); }; // entry: socket order:create // entry: socket order:once
// file: ws.js
const WebSocket = require('ws');
const wss = new WebSocket.Server({ port: 1 });
wss.on('connection', function connection(ws) { ws.on('message', function (m) {}); }); // entry: socket message
// file: ws2.mjs
import { WebSocketServer } from 'ws';
new WebSocketServer({ noServer: true }).on('connection', (ws, req) => { ws.onmessage = (e) => {}; ws.addEventListener('message', () => {}); }); // entry: socket message
