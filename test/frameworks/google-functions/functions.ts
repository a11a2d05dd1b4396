// file: index.js
const functions = require('@google-cloud/functions-framework');
functions.http('helloHttp', (req, res) => { res.send('x'); }); // entry: ALL /helloHttp
functions.cloudEvent('helloPubSub', cloudEvent => {}); // entry: event helloPubSub
