const Stripe = require('stripe')

const api = new URL(process.env.STRIPE_API_URL)

module.exports = new Stripe('double', { host: api.hostname, port: Number(api.port), protocol: 'http' })
