// https://kafka.js.org/docs/consuming · https://github.com/Blizzard/node-rdkafka

// file: a.js
const { Kafka } = require('kafkajs');
const kafka = new Kafka({ clientId: 'my-app', brokers: ['k:9092'] });
const consumer = kafka.consumer({ groupId: 'test-group' });
const run = async () => { await consumer.connect(); await consumer.subscribe({ topic: 'test-topic', fromBeginning: true }); await consumer.run({ eachMessage: async ({ topic, partition, message }) => { console.log(message.value.toString()); } }); }; // entry: queue test-topic
run().catch(console.error);
const c2 = kafka.consumer({ groupId: 'g2' });
c2.subscribe({ topics: ['topic-A', 'topic-B'] }); c2.run({ eachBatchAutoResolve: true, eachBatch: async ({ batch, resolveOffset }) => { for (let message of batch.messages) {} } }); // entry: queue topic-A // entry: queue topic-B
const c3 = kafka.consumer({ groupId: 'g3' }); c3.subscribe({ topic: /topic-(eu|us)-.*/i }); c3.run({ eachMessage: async () => {} }); // entry: queue /topic-(eu|us)-.*/i
// file: b.js
const { Kafka } = require('@confluentinc/kafka-javascript').KafkaJS;
const consumer = new Kafka({ kafkaJS: { brokers: ['x'] } }).consumer({ kafkaJS: { groupId: 'g' } });
(async () => { await consumer.connect(); await consumer.subscribe({ topics: ['conf'] }); await consumer.run({ eachMessage: async ({ topic, message }) => {} }); })(); // entry: queue conf
// file: c.js
const Kafka = require('node-rdkafka');
const consumer = new Kafka.KafkaConsumer({ 'group.id': 'kafka' }, {});
consumer.connect();
consumer.on('ready', () => { consumer.subscribe(['librdtesting-01']); consumer.consume(); }).on('data', (data) => { console.log(data.value.toString()); }); // entry: queue *
const stream = Kafka.KafkaConsumer.createReadStream({}, {}, { topics: ['stream-topic'] });
stream.on('data', (message) => {}); // entry: queue stream-topic
// file: d.js
import { Consumer } from '@platformatic/kafka'
const pc = new Consumer({ groupId: 'x', clientId: 'y', bootstrapBrokers: [] })
const s = await pc.consume({ topics: ['plt'] })
s.on('data', m => {}) // entry: queue plt
