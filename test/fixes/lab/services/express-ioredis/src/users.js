const { Router } = require('express')
const { redis } = require('./redis')

const users = Router()

users.post('/users', async (req, res) => {
  const { email, role } = req.body
  const user = { email, role: role || 'customer' }
  const id = await redis.incr('ids')
  await redis.hset(`user:${id}`, user)
  await redis.sadd('users', id)
  await redis.set(`email:${email}`, id)
  res.status(201).json(user)
})

module.exports = users
