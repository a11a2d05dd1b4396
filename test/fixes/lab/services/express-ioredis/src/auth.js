const { redis } = require('./redis')

async function requireUser(req, res, next) {
  const id = Number(req.get('x-user') || 0)
  const role = await redis.hget(`user:${id}`, 'role')
  if (!role) return res.status(401).json({ error: 'Please log in' })
  req.user = { id, role }
  next()
}

function requireRole(role) {
  return (req, res, next) => {
    if (req.user.role !== role) return res.status(403).json({ error: 'Not allowed' })
    next()
  }
}

module.exports = { requireUser, requireRole }
