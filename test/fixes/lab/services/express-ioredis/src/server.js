const express = require('express')
const { startWorker } = require('./queue')

startWorker()

const app = express()
app.use(require('./webhooks'))
app.use(express.json())
app.use(require('./orders'), require('./admin'), require('./reports'), require('./users'))

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`port ${server.address().port}`)
})
