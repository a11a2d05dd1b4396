const { Queue, Worker } = require('bullmq')
const { redis } = require('./redis')

const connection = { url: process.env.REDIS_URL }

exports.receipts = new Queue('receipts', { connection })

exports.startWorker = () => {
  return new Worker(
    'receipts',
    async (job) => {
      await redis.rpush('receipts', job.data.orderId)
    },
    { connection },
  )
}
