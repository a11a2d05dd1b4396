// file: HttpTrigger/function.json
{ "bindings": [ { "authLevel": "function", "type": "httpTrigger", "direction": "in", "name": "req", "methods": ["get", "post"], "route": "things/{id}" }, { "type": "http", "direction": "out", "name": "res" } ] }
// file: HttpTrigger/index.js
module.exports = async function (context, req) { context.res = { body: 'x' }; }; // entry: GET /api/things/:id // entry: POST /api/things/:id
// file: host.json
{"version":"2.0"}
