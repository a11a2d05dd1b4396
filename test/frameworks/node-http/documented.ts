// file: server.js
const http = require('node:http');
const server = http.createServer((req, res) => {
  const url = new URL(req.url, 'http://x');
  if (req.method === 'GET' && url.pathname === '/health') { res.end('ok'); return; } // entry: GET /health
  if (req.url === '/items' && req.method === 'POST') { res.end('x'); return; } // entry: POST /items
  if (req.url === '/plain') return res.end(); // entry: ALL /plain
  switch (url.pathname) { case '/s1': res.end(); break; case '/s2': if (req.method === 'PUT') res.end(); break; } // entry: ALL /s1 // entry: PUT /s2
  res.writeHead(404); res.end();
});
server.listen(1);
