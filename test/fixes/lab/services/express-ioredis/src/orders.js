const { Router } = require('express')
const { requireUser } = require('./auth')
const { receipts } = require('./queue')
const { redis } = require('./redis')
const stripe = require('./stripe')

const orders = Router()

orders.get('/orders', requireUser, async (req, res) => {
  const found = await redis.lrange('orders', 0, -1)
  res.json(found.map((order) => JSON.parse(order)).filter((order) => order.user === req.user.id))
})

orders.post('/orders', requireUser, async (req, res) => {
  const { cents } = req.body
  await redis.rpush('orders', JSON.stringify({ user: req.user.id, cents }))
  res.status(201).json({ cents, status: 'open' })
})

orders.post('/orders/:id/pay', requireUser, async (req, res) => {
  const found = await redis.hgetall(`order:${req.params.id}`)
  const order = { id: req.params.id, cents: Number(found.cents) }
  if (found.user !== String(req.user.id)) return res.status(404).json({ error: 'No such order' })

  const payment = await stripe.paymentIntents.create({ amount: order.cents, currency: 'eur' })
  res.json({ status: payment.status })
})

orders.post('/donations', requireUser, async (req, res) => {
  const payment = await stripe.paymentIntents.create({ amount: req.body.cents, currency: 'eur' })
  res.json({ status: payment.status })
})

orders.post('/orders/:id/receipt', requireUser, async (req, res) => {
  await receipts.add('receipt', { orderId: Number(req.params.id) })
  res.status(202).end()
})

module.exports = orders
