// file: a.js
const grpc = require('@grpc/grpc-js'); const protoLoader = require('@grpc/proto-loader');
const proto = grpc.loadPackageDefinition(protoLoader.loadSync('x.proto')).helloworld;
function sayHello(call, callback) { callback(null, {}); } // entry: Greeter.sayHello
const server = new grpc.Server();
server.addService(proto.Greeter.service, { sayHello: sayHello, sayBye: (call, cb) => cb(null, {}) }); // entry: Greeter.sayBye
