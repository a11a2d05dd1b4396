// file: s.ts
import { Consumer } from 'sqs-consumer';
import { SQSClient, ReceiveMessageCommand, DeleteMessageCommand } from '@aws-sdk/client-sqs';
const app = Consumer.create({ queueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/orders', handleMessage: async (message) => { } }); // entry: queue orders
const b = Consumer.create({ queueUrl: process.env.Q_URL!, handleMessageBatch: async (messages) => { } }); // entry: queue Q_URL
app.start();
const c = new SQSClient({});
async function poll() { while (true) { const { Messages } = await c.send(new ReceiveMessageCommand({ QueueUrl: 'https://sqs/1/poll' })); for (const m of Messages ?? []) { await handle(m); await c.send(new DeleteMessageCommand({ QueueUrl: 'x', ReceiptHandle: m.ReceiptHandle })); } } } // entry: queue poll
async function handle(m: any) {}
poll();
