const express = require('express')
const { redis } = require('./redis')

const reports = express.Router()

// Everything anybody ever bought.
reports.get('/admin/reports/sales', async (req, res) => {
  res.json(await redis.lrange('orders', 0, -1))
})

reports.get('/admin/reports/customers', async (req, res) => {
  res.json(await redis.smembers('users'))
})

module.exports = reports
