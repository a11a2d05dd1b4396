const express = require('express')
const { redis } = require('./redis')
const stripe = require('./stripe')

const webhooks = express.Router()

webhooks.post('/webhooks/stripe', express.raw({ type: '*/*' }), async (req, res, next) => {
  let event
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature'), process.env.WEBHOOK_SECRET)
  } catch (error) {
    return res.status(400).send(error.message)
  }

  try {
    switch (event.type) {
      case 'payment_intent.succeeded': {
        const { amount, metadata } = event.data.object
        await redis.rpush('payments', metadata.order)
        const payments = await redis.llen('payments')
        if (metadata.fail === String(payments)) throw new Error('The first delivery fails')
        await redis.hincrby(`user:${metadata.user}`, 'points', amount)
        break
      }
    }
    res.json({ received: true })
  } catch (error) {
    next(error)
  }
})

webhooks.post('/hooks/shipping', express.json(), async (req, res) => {
  if (req.get('x-hook-token') !== process.env.WEBHOOK_SECRET) return res.status(401).end()
  const { id, orderId } = req.body
  console.log('parcel', id)
  const known = await redis.exists(`order:${orderId}`)
  if (!known) return res.status(404).end()

  await redis.rpush('receipts', orderId)
  return res.json({ sent: orderId })
})

module.exports = webhooks
