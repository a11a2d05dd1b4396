// https://github.com/vercel/micro#programmatic-use

// file: index.ts
import http from 'http';
import { serve, text, json } from 'micro';
const server = new http.Server(serve(async (req, res) => { const t = await text(req); return 'x'; })); // entry: ALL /*
server.listen(3000);
