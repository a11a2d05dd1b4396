// file: app.js
const express = require('express');
const app = express();
const routes = [];
routes.push({ method: 'GET', path: '/p1', handler: (q, s) => s.end() });
routes.push({ method: 'POST', path: '/p2', handler: (q, s) => s.end() });
routes.forEach((r) => app[r.method.toLowerCase()](r.path, r.handler)); // entry: GET /p1 // entry: POST /p2
function setup() { const list = []; list.push(['/q1', (q, s) => s.end()]); for (const [p, h] of list) app.get(p, h); } // entry: GET /q1
setup();
