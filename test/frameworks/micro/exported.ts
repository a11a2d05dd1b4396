// https://github.com/vercel/micro#usage

// file: package.json
{ "name": "m", "main": "index.js", "scripts": { "start": "micro" }, "dependencies": { "micro": "10" } }
// file: index.js
const { json, send } = require('micro');
module.exports = async (req, res) => { const data = await json(req); send(res, 200, 'ok'); }; // entry: ALL /*
