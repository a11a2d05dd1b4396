// https://github.com/OptimalBits/bull#separate-processes · https://github.com/bee-queue/bee-queue

// file: a.js
const Queue = require('bull');
const videoQueue = new Queue('video transcoding', 'redis://127.0.0.1:6379');
const pdf = Queue('pdf', { redis: {} });
videoQueue.process(function (job, done) { done(null, {}); }); // entry: queue video transcoding
pdf.process('named', async (job) => {}); // entry: queue pdf/named
pdf.process('conc', 5, async (job) => {}); // entry: queue pdf/conc
pdf.process(3, async (job) => {}); // entry: queue pdf
pdf.process('*', async (job) => {}); // entry: queue pdf
const sb = new Queue('sb'); sb.process('/path/to/my/processor.js');
sb.process(5, __dirname + '/proc.js');
const BeeQueue = require('bee-queue');
const bee = new BeeQueue('example');
bee.process(async (job) => job.data.x); // entry: queue example
const b2 = new BeeQueue('two'); b2.process(10, function (job, done) { done(); }); // entry: queue two
// file: proc.js
module.exports = function (job) { return Promise.resolve(1); }; // entry: queue sb
