// file: a.js
const amqp = require('amqplib');
(async () => {
  const conn = await amqp.connect('amqp://localhost');
  const ch = await conn.createChannel();
  await ch.assertQueue('tasks');
  ch.consume('tasks', (msg) => { ch.ack(msg); }); // entry: queue tasks
  ch.sendToQueue('tasks', Buffer.from('x'));
  const q = await ch.assertQueue('', { exclusive: true });
  ch.bindQueue(q.queue, 'logs', ''); ch.consume(q.queue, (msg) => {}, { noAck: true }); // entry: queue *
})();
const cb = require('amqplib/callback_api');
cb.connect('amqp://x', (e, connection) => { connection.createChannel((e2, channel) => { const queue = 'hello'; channel.assertQueue(queue); channel.consume(queue, function (msg) {}, { noAck: true }); }); }); // entry: queue hello
