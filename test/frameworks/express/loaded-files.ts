// file: src/server.ts
import express from 'express';
import { readdirSync } from 'fs';
import path from 'path';
const app = express();
const router = express.Router();
readdirSync(`${__dirname}/routes`).filter((f) => f !== 'index.ts').map((fileName) => {
  const clean = fileName.split('.').shift();
  const name = fileName.split('.')[0];
  import(`./routes/${name}`).then((m) => router.use('/' + name, m.router));
});
for (const file of readdirSync(path.join(__dirname, 'more'))) { app.use(require(path.join(__dirname, 'more', file))); }
app.use('/v1', router);
// file: src/routes/orders.ts
import { Router } from 'express';
export const router = Router();
router.get('/', (q, s) => { s.end(); }); // entry: GET /v1/orders
// file: src/more/extra.js
const r = require('express').Router(); r.put('/extra', (q, s) => s.end()); module.exports = r; // entry: PUT /extra
