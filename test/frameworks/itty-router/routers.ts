// file: src/index.js
import { AutoRouter, Router, IttyRouter, json } from 'itty-router'
const router = AutoRouter({ base: '/api' })
router.get('/hello/:name', ({ name }) => `Hello, ${name}!`).all('*', () => 1) // entry: GET /api/hello/:name // entry: ALL /api/*
const child = Router({ base: '/child' })
child.post('/x', () => 1) // entry: POST /child/x
export default { ...router }
