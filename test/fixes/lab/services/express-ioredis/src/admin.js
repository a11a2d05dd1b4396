const { Router } = require('express')
const { requireUser, requireRole } = require('./auth')
const { redis } = require('./redis')

const admin = Router()

admin.get('/admin/users', requireUser, requireRole('admin'), async (req, res) => {
  res.json(await redis.smembers('users'))
})

admin.delete('/admin/users/:id', requireUser, async (req, res) => {
  const deleted = await redis.srem('users', req.params.id)
  await redis.del(`user:${req.params.id}`)
  res.json({ deleted })
})

module.exports = admin
